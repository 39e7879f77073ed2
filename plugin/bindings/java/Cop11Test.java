import cop11.Call;
import cop11.Cop11Exception;
import cop11.Engine;
import cop11.Options;
import cop11.Pack;
import cop11.Stats;
import cop11.Text;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The jar, on the samples and their golden reports.  Prints TAP. */
public class Cop11Test {
  static final Path GOLDEN = Path.of(System.getenv("COP11_GOLDEN"));
  static final Path DOSSIERS = Path.of(System.getenv("COP11_DOSSIERS"));
  static final String RULE = "fact \"org.badges\" { type = \"yes/no\", ask = \"Do guards wear a badge?\" }\n"
      + "check \"11.2.org.badges\" { title = \"Guards wear a badge\", points = { \"P11.2-01\" },\n"
      + "  expect = { \"org.badges is yes\", otherwise = \"Guards wear none.\" },\n"
      + "  ask = \"Show a badge.\", remedy = \"Hand out badges.\" }\n";
  static int number, failures;

  static class Mine extends RuntimeException {}

  static void check(String name, boolean passed) {
    failures += passed ? 0 : 1;
    System.out.println((passed ? "" : "not ") + "ok " + ++number + " - " + name);
  }

  static Throwable thrown(Callable<?> action) {
    try {
      action.call();
    } catch (Throwable error) {
      return error;
    }
    return null;
  }

  static Cop11Exception failure(Callable<?> action) {
    return thrown(action) instanceof Cop11Exception found ? found : null;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void reports(Engine engine, byte[] office) throws Exception {
    List<Path> paths;
    try (Stream<Path> found = Files.list(DOSSIERS)) {
      paths = found.filter(path -> path.toString().endsWith(".json")).toList();
    }
    long same = paths.parallelStream().filter(path -> {
      try {
        return Arrays.equals(engine.evaluate(Files.readAllBytes(path), null).bytes(),
            Files.readAllBytes(GOLDEN.resolve(path.getFileName())));
      } catch (java.io.IOException error) {
        return false;
      }
    }).count();
    check("thirteen reports are the golden ones, from several threads", same == 13);
    Text text = engine.evaluate(office, null);
    check("a report carries its rating", text.range == Text.NOT_APPLICABLE && text.basis == 3);
    Call call = new Call();
    call.asOf = "2015-01-02";
    check("render, diff, validate, and options of a call",
        engine.render(text.bytes(), "html", null).toString().contains("<html")
            && engine.diff(text.bytes(), text.bytes(), null).toString().contains("cop11.diff/1")
            && engine.validate(office, null).toString().contains("\"valid\":true")
            && engine.evaluate(office, call).toString().contains("\"as_of\":\"2015-01-02\""));
  }

  static void counts(byte[] office) {
    Engine engine = new Engine();
    engine.evaluate(office, null);
    failure(() -> engine.evaluate(new byte[0], null));
    Stats stats = engine.stats();
    check("calls are counted", stats.calls() == 2 && stats.errors() == 1 && stats.states() == 1
        && !stats.time().isZero() && stats.mostSteps() > 0
        && stats.mostSteps() < stats.mostMemory());
    engine.close();
    check("but none of a closed engine", thrown(engine::stats) instanceof IllegalStateException);
  }

  static void errors(Engine engine, byte[] office) {
    Cop11Exception json = failure(() -> engine.evaluate(utf8("{\"format\":\n  }"), null));
    check("an error names line and column",
        json.status == Cop11Exception.Status.JSON && json.line == 2 && json.column == 3);
    Call call = new Call();
    call.asOf = "2014-01-01";
    Cop11Exception dossier = failure(() ->
        engine.evaluate(utf8("{\"format\":\"cop11.dossier/1\",\"member\":7}"), call));
    check("an error names the pointer", dossier.status == Cop11Exception.Status.DOSSIER
        && dossier.where.equals("/member"));
    check("a NUL cuts nothing off",
        thrown(() -> engine.describe("rules\0x", null)) instanceof IllegalArgumentException);
    Call raising = new Call();
    raising.cancel = () -> {
      throw new Mine();
    };
    check("what cancel throws is carried through",
        thrown(() -> engine.evaluate(office, raising)) instanceof Mine);
    Call stopping = new Call();
    stopping.cancel = () -> true;
    check("cancel ends a call", failure(() -> engine.evaluate(office, stopping)).status
        == Cop11Exception.Status.CANCELLED);
  }

  static void packs(byte[] office) {
    Pack pack = new Pack("house").add("a.lua", "check 'bad' {}\n" + RULE);
    Options options = new Options();
    options.layers = List.of(pack);
    int[] lines = {0};
    options.log = (level, text) -> lines[0]++;
    Engine engine = new Engine(options, null);
    check("a broken check is logged", lines[0] == 1);
    options.log = (level, text) -> {
      throw new Mine();
    };
    check("what log throws is carried through",
        thrown(() -> new Engine(options, null)) instanceof Mine);
    options.log = null;
    check("lint", Engine.lint(options, null).toString().contains("cop11.lint/1"));
    options.keys = List.of();
    check("no keys accept no pack", failure(() -> new Engine(options, null)).status
        == Cop11Exception.Status.ARGUMENT);
    options.keys = null;
    pack.close();
    pack.close();
    check("a closed pack opens no engine",
        thrown(() -> new Engine(options, null)) instanceof IllegalStateException);
    Call closing = new Call();
    closing.cancel = () -> {
      engine.close();
      return false;
    };
    check("an engine closed in its own call is freed after it",
        engine.evaluate(office, closing).toString().contains("11.2.org.badges"));
    check("a closed engine cannot be used",
        thrown(() -> engine.evaluate(office, null)) instanceof IllegalStateException);
  }

  public static void main(String[] args) throws Exception {
    byte[] office = Files.readAllBytes(DOSSIERS.resolve("office.json"));
    try (Engine engine = new Engine()) {
      reports(engine, office);
      errors(engine, office);
      counts(office);
    }
    packs(office);
    System.out.println("1.." + number);
    System.exit(failures == 0 ? 0 : 1);
  }
}
