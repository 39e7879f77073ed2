// Reads each file with the types of its kind, and prints it again in one line.
using System;
using System.IO;
using Dossiers = Cop11.Dossiers;
using Reports = Cop11.Reports;

static class Read {
  static void Main(string[] arguments) {
    for (int i = 1; i < arguments.Length; i++) {
      string text = File.ReadAllText(arguments[i]);
      Console.WriteLine(arguments[0] == "dossier"
        ? Dossiers.Serialize.ToJson(Dossiers.Dossier.FromJson(text))
        : Reports.Serialize.ToJson(Reports.Report.FromJson(text)));
    }
  }
}
