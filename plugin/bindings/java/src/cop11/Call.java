package cop11;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** How one call is made; what is null or 0 has its default. */
public final class Call {
  /** "YYYY-MM-DD"; null: the dossier's assessment.date. */
  public String asOf;
  /** "json", "text", "html" or "csv". */
  public String format;
  public String evaluatedAt;
  public boolean showSensitive;
  /** Asked again and again; true ends the call. */
  public BooleanSupplier cancel;
  public int timeLimitMs;

  private static final ThreadLocal<Throwable> RAISED = new ThreadLocal<>();

  /** Keeps what a callback threw, which comes out of the call under way. */
  static void caught(Throwable error) {
    if (RAISED.get() == null)
      RAISED.set(error);
  }

  static Pointer text(String text) {
    if (text == null)
      return null;
    if (text.indexOf('\0') >= 0)
      throw new IllegalArgumentException("a NUL would end this text");
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Memory memory = new Memory(bytes.length + 1);
    memory.write(0, bytes, 0, bytes.length);
    memory.setByte(bytes.length, (byte) 0);
    return memory;
  }

  static Native.Call of(Call from) {
    Native.Call to = new Native.Call();
    if (from == null)
      return to;
    to.flags = from.showSensitive ? 1 : 0;
    to.as_of = text(from.asOf);
    to.format = text(from.format);
    to.evaluated_at = text(from.evaluatedAt);
    to.time_limit_ms = from.timeLimitMs;
    if (from.cancel != null)
      to.cancel = cancel(from.cancel);
    return to;
  }

  private static Native.Cancel cancel(BooleanSupplier asked) {
    return data -> {
      try {
        return asked.getAsBoolean() ? 1 : 0;
      } catch (Throwable error) {
        caught(error);
        return 1;
      }
    };
  }

  interface Action {
    int run(Native.Failure failure);
  }

  /** Runs a call, and throws what went wrong. */
  static void check(Action action) {
    Native.Failure failure = new Native.Failure();
    Throwable before = RAISED.get();
    RAISED.remove();
    int status = action.run(failure);
    Throwable raised = RAISED.get();
    RAISED.set(before);
    if (raised != null)
      Call.<RuntimeException>rethrow(raised);
    if (status != 0)
      throw new Cop11Exception(failure);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void rethrow(Throwable error) throws E {
    throw (E) error;
  }
}
