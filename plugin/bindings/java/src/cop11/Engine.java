package cop11;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.lang.ref.Cleaner;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.BiConsumer;

/** Rules ready to run; it serves any number of threads. */
public final class Engine implements AutoCloseable {
  static final Cleaner CLEANER = Cleaner.create();
  private final Handle handle;

  public Engine() {
    this(null, null);
  }

  /** Without options on the built-in rules. */
  public Engine(Options options, Call call) {
    Native.Log log = options == null || options.log == null ? null : logger(options.log);
    handle = new Handle("engine", open(options, call, log), engine -> {
      Native.LIBRARY.cop11_engine_close(engine);
      java.lang.ref.Reference.reachabilityFence(log); // it lives as long as the engine
    });
    CLEANER.register(this, handle);
  }

  private static Pointer open(Options options, Call call, Native.Log log) {
    PointerByReference out = new PointerByReference();
    Native.Call known = Call.of(call);
    try {
      return Options.use(options, log, to -> {
        Call.check(failure -> Native.LIBRARY.cop11_engine_open(to, known, out, failure));
        return out.getValue();
      });
    } catch (Throwable error) {
      Native.LIBRARY.cop11_engine_close(out.getValue()); // the log may have thrown
      throw error;
    }
  }

  private static Native.Log logger(BiConsumer<Integer, String> log) {
    return (data, level, text, size) -> {
      try {
        byte[] bytes = text.getByteArray(0, Math.toIntExact(size));
        log.accept(level, new String(bytes, StandardCharsets.UTF_8));
      } catch (Throwable error) {
        Call.caught(error);
      }
    };
  }

  /** The library's version, "major.minor.patch". */
  public static String version() {
    return Native.LIBRARY.cop11_version();
  }

  /** Everything wrong with the pack and layers, as JSON ("cop11.lint/1"). */
  public static Text lint(Options options, Call call) {
    Native.Call known = Call.of(call);
    return Options.use(options, null, to ->
        Text.of((out, failure) -> Native.LIBRARY.cop11_lint(to, known, out, failure)));
  }

  /** Runs the examples of the rules; the results as JSON ("cop11.test/1"). */
  public static Text test(Options options, Call call) {
    Native.Call known = Call.of(call);
    return Options.use(options, null, to ->
        Text.of((out, failure) -> Native.LIBRARY.cop11_test(to, known, out, failure)));
  }

  /** The report on a dossier, "cop11.report/1". */
  public Text evaluate(byte[] dossier, Call call) {
    Native.Call known = Call.of(call);
    return handle.use(engine -> Text.of((out, failure) -> Native.LIBRARY.cop11_evaluate(
        engine, dossier, dossier.length, known, out, failure)));
  }

  /** Every problem of a dossier, "cop11.validation/1". */
  public Text validate(byte[] dossier, Call call) {
    Native.Call known = Call.of(call);
    return handle.use(engine -> Text.of((out, failure) -> Native.LIBRARY.cop11_validate(
        engine, dossier, dossier.length, known, out, failure)));
  }

  /** The rules, the vocabulary, the schemas; cop11.h lists the names. */
  public Text describe(String what, Call call) {
    Native.Call known = Call.of(call);
    Pointer name = Call.text(what);
    return handle.use(engine -> Text.of((out, failure) ->
        Native.LIBRARY.cop11_describe(engine, name, known, out, failure)));
  }

  /** A kept report in another format. */
  public Text render(byte[] report, String format, Call call) {
    Native.Call known = Call.of(call);
    Pointer name = Call.text(format);
    return handle.use(engine -> Text.of((out, failure) -> Native.LIBRARY.cop11_render(
        engine, report, report.length, name, known, out, failure)));
  }

  /** What became of each check, rating, finding and record. */
  public Text diff(byte[] before, byte[] after, Call call) {
    Native.Call known = Call.of(call);
    return handle.use(engine -> Text.of((out, failure) -> Native.LIBRARY.cop11_diff(
        engine, before, before.length, after, after.length, known, out, failure)));
  }

  /** For a host's metrics; waits for no call. */
  public Stats stats() {
    return handle.use(engine -> {
      Native.Counts counts = new Native.Counts();
      Call.check(failure -> Native.LIBRARY.cop11_engine_stats(engine, counts, failure));
      return new Stats(counts.states, counts.calls, counts.errors,
          Duration.ofNanos(counts.time_ns), counts.most_steps, counts.most_memory);
    });
  }

  /** Calls under way in other threads end first. */
  @Override
  public void close() {
    handle.run();
  }
}
