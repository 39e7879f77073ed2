package cop11;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;

/** The bytes of a result, in UTF-8, and of a report its rating. */
public final class Text {
  public static final int NOT_APPLICABLE = 1, CONFORMANCE = 2, MINOR = 4, MAJOR = 8;
  /** 1 stated, 2 evidenced, 3 auditor-verified; 0 where it is not determined. */
  public final int basis;
  /** The ratings that the Member may still have, as a sum of the four above. */
  public final int range;
  private final byte[] bytes;

  private Text(Pointer text) {
    long size = Native.LIBRARY.cop11_text_size(text);
    bytes = Native.LIBRARY.cop11_text_data(text).getByteArray(0, Math.toIntExact(size));
    range = Native.LIBRARY.cop11_text_range(text);
    basis = Native.LIBRARY.cop11_text_basis(text);
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  interface Action {
    int run(PointerByReference out, Native.Failure failure);
  }

  /** What a call that returns a text returned. */
  static Text of(Action action) {
    PointerByReference out = new PointerByReference();
    try {
      Call.check(failure -> action.run(out, failure));
      return new Text(out.getValue());
    } finally {
      Native.LIBRARY.cop11_text_free(out.getValue());
    }
  }
}
