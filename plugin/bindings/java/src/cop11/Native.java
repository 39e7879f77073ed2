package cop11;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

/** The functions and structs of cop11.h, as JNA sees them. */
interface Native extends Library {
  int DRAFT = 2; // COP11_ABI_VERSION of the header that these structs follow

  @Structure.FieldOrder({"struct_size", "status", "line", "column", "where", "message"})
  class Failure extends Structure {
    public int struct_size, status, line, column;
    public byte[] where = new byte[256], message = new byte[1024];

    Failure() {
      struct_size = size();
    }
  }

  interface Cancel extends Callback {
    int invoke(Pointer data);
  }

  interface Log extends Callback {
    void invoke(Pointer data, int level, Pointer text, long size);
  }

  @Structure.FieldOrder({"struct_size", "flags", "as_of", "cancel", "cancel_data",
      "time_limit_ms", "reserved", "format", "evaluated_at"})
  class Call extends Structure {
    public int struct_size, flags;
    public Pointer as_of;
    public Cancel cancel;
    public Pointer cancel_data;
    public int time_limit_ms, reserved;
    public Pointer format, evaluated_at;

    Call() {
      struct_size = size();
    }
  }

  @Structure.FieldOrder({"struct_size", "flags", "pack", "layers", "layer_count", "max_memory",
      "max_steps", "max_dossier", "max_report", "max_depth", "max_idle", "log", "log_data",
      "keys", "key_count"})
  class Options extends Structure {
    public int struct_size, flags;
    public Pointer pack, layers;
    public long layer_count, max_memory, max_steps, max_dossier, max_report;
    public int max_depth, max_idle;
    public Log log;
    public Pointer log_data, keys;
    public long key_count;

    Options() {
      struct_size = size();
    }
  }

  @Structure.FieldOrder({"struct_size", "states", "calls", "errors", "time_ns", "most_steps",
      "most_memory"})
  class Counts extends Structure {
    public int struct_size, states;
    public long calls, errors, time_ns, most_steps, most_memory;

    Counts() {
      struct_size = size();
    }
  }

  int cop11_abi_version();

  String cop11_version();

  String cop11_status_name(int status);

  Pointer cop11_text_data(Pointer text);

  long cop11_text_size(Pointer text);

  int cop11_text_range(Pointer text);

  int cop11_text_basis(Pointer text);

  void cop11_text_free(Pointer text);

  int cop11_pack_new(Pointer name, PointerByReference out, Failure failure);

  int cop11_pack_add(Pointer pack, Pointer path, byte[] text, long size, Failure failure);

  int cop11_pack_add_folder(Pointer pack, Pointer folder, Call call, Failure failure);

  int cop11_pack_add_signature(Pointer pack, byte[] text, long size, Failure failure);

  void cop11_pack_free(Pointer pack);

  int cop11_engine_open(Options options, Call call, PointerByReference out, Failure failure);

  void cop11_engine_close(Pointer engine);

  int cop11_engine_stats(Pointer engine, Counts counts, Failure failure);

  int cop11_describe(Pointer engine, Pointer what, Call call, PointerByReference out,
      Failure failure);

  int cop11_lint(Options options, Call call, PointerByReference out, Failure failure);

  int cop11_test(Options options, Call call, PointerByReference out, Failure failure);

  int cop11_validate(Pointer engine, byte[] text, long size, Call call, PointerByReference out,
      Failure failure);

  int cop11_evaluate(Pointer engine, byte[] text, long size, Call call, PointerByReference out,
      Failure failure);

  int cop11_render(Pointer engine, byte[] text, long size, Pointer format, Call call,
      PointerByReference out, Failure failure);

  int cop11_diff(Pointer engine, byte[] before, long beforeSize, byte[] after, long afterSize,
      Call call, PointerByReference out, Failure failure);

  /** The library in this jar; without one, the system's. */
  Native LIBRARY = load();

  private static Native load() {
    Native library = com.sun.jna.Native.load("libcop11.so.0." + DRAFT, Native.class);
    int found = library.cop11_abi_version();
    if (found != DRAFT)
      throw new UnsatisfiedLinkError("this is the binding for draft " + DRAFT
          + " of libcop11, but the library is draft " + found);
    return library;
  }

  /** The text of a field that ends with NUL. */
  static String text(byte[] field) {
    int size = 0;
    while (size < field.length && field[size] != 0)
      size++;
    return new String(field, 0, size, StandardCharsets.UTF_8);
  }
}
