using System;
using System.IO;
using Cop11;

static class Example {
    static void Main(string[] args) {
        using (var engine = new Engine()) {
            try {
                Console.WriteLine(engine.Evaluate(File.ReadAllBytes(args[0])).Range);
            } catch (Cop11Exception error) {
                Console.Error.WriteLine(error.Status + " " + error.Where + " " + error.Message);
            }
        }
    }
}
