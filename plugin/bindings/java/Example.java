import cop11.Cop11Exception;
import cop11.Engine;
import java.nio.file.Files;
import java.nio.file.Path;

public class Example {
  public static void main(String[] args) throws Exception {
    try (Engine engine = new Engine()) {
      System.out.println(engine.evaluate(Files.readAllBytes(Path.of(args[0])), null));
    } catch (Cop11Exception error) {
      System.err.println(error.status + " " + error.where + ": " + error.getMessage());
    }
  }
}
