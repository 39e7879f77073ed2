package cop11;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

/** Rules gathered before an engine is opened. */
public final class Pack implements AutoCloseable {
  final Handle handle;

  public Pack(String name) {
    PointerByReference out = new PointerByReference();
    Pointer text = Call.text(name);
    Call.check(failure -> Native.LIBRARY.cop11_pack_new(text, out, failure));
    handle = new Handle("pack", out.getValue(), Native.LIBRARY::cop11_pack_free);
    Engine.CLEANER.register(this, handle);
  }

  private Pack run(java.util.function.BiFunction<Pointer, Native.Failure, Integer> action) {
    return handle.use(pack -> {
      Call.check(failure -> action.apply(pack, failure));
      return this;
    });
  }

  /** Adds one rule file; path is its name inside the pack. */
  public Pack add(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Pointer name = Call.text(path);
    return run((pack, failure) ->
        Native.LIBRARY.cop11_pack_add(pack, name, bytes, bytes.length, failure));
  }

  /** Adds every *.lua below a folder, and its signature. */
  public Pack addFolder(String folder, Call call) {
    Pointer name = Call.text(folder);
    Native.Call known = Call.of(call);
    return run((pack, failure) ->
        Native.LIBRARY.cop11_pack_add_folder(pack, name, known, failure));
  }

  public Pack addSignature(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return run((pack, failure) ->
        Native.LIBRARY.cop11_pack_add_signature(pack, bytes, bytes.length, failure));
  }

  @Override
  public void close() {
    handle.run();
  }
}
