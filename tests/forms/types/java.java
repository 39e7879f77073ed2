// Reads each file with the types of its kind, and prints it again in one line.
import java.nio.file.Files;
import java.nio.file.Paths;

class Read {
  public static void main(String[] arguments) throws Exception {
    for (int i = 1; i < arguments.length; i++) {
      String text = new String(Files.readAllBytes(Paths.get(arguments[i])), "UTF-8");
      System.out.println(arguments[0].equals("dossier")
          ? cop11.dossier.Converter.toJsonString(cop11.dossier.Converter.fromJsonString(text))
          : cop11.report.Converter.toJsonString(cop11.report.Converter.fromJsonString(text)));
    }
  }
}
