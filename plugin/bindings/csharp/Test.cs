// The assembly, on the samples and their golden reports.  Prints TAP.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Cop11;

static class Test {
    const string Rule = @"fact ""org.badges"" { type = ""yes/no"", ask = ""Do guards wear a badge?"" }
check ""11.2.org.badges"" { title = ""Guards wear a badge"", points = { ""P11.2-01"" },
  expect = { ""org.badges is yes"", otherwise = ""Guards wear none."" },
  ask = ""Show a badge."", remedy = ""Hand out badges."" }
";
    static readonly string Golden = Environment.GetEnvironmentVariable("COP11_GOLDEN");
    static readonly string Dossiers = Environment.GetEnvironmentVariable("COP11_DOSSIERS");
    static readonly byte[] Office = File.ReadAllBytes(Path.Combine(Dossiers, "office.json"));
    static int number, failures;

    class Mine : Exception {}

    static void Check(string name, bool passed) {
        failures += passed ? 0 : 1;
        Console.WriteLine((passed ? "" : "not ") + "ok " + ++number + " - " + name);
    }

    static Exception Thrown(Action action) {
        try {
            action();
        } catch (Exception error) {
            return error;
        }
        return null;
    }

    static Cop11Exception Failure(Action action) { return (Cop11Exception)Thrown(action); }

    static void Reports(Engine engine) {
        string[] paths = Directory.GetFiles(Dossiers, "*.json");
        int same = paths.AsParallel().Count(path => engine.Evaluate(File.ReadAllBytes(path)).Bytes
            .SequenceEqual(File.ReadAllBytes(Path.Combine(Golden, Path.GetFileName(path)))));
        Check("thirteen reports are the golden ones, from several threads", same == 13);
        Text text = engine.Evaluate(Office);
        Check("a report carries its rating",
            text.Range == Rating.NotApplicable && text.Basis == Basis.AuditorVerified);
        Check("render, diff, validate, and options of a call",
            engine.Render(text.Bytes, "html").ToString().Contains("<html") &&
            engine.Diff(text.Bytes, text.Bytes).ToString().Contains("cop11.diff/1") &&
            engine.Validate(Office).ToString().Contains("\"valid\":true") &&
            engine.Evaluate(Office, new CallOptions { AsOf = "2015-01-02" }).ToString()
                .Contains("\"as_of\":\"2015-01-02\""));
    }

    static void Counts() {
        var engine = new Engine();
        engine.Evaluate(Office);
        Failure(() => engine.Evaluate(new byte[0]));
        Stats stats = engine.Stats();
        Check("calls are counted", stats.Calls == 2 && stats.Errors == 1 && stats.States == 1 &&
            stats.TimeNs > 0 && stats.MostSteps > 0 && stats.MostSteps < stats.MostMemory);
        engine.Dispose();
        Check("but none of a closed engine", Thrown(() => engine.Stats()) is ObjectDisposedException);
    }

    static void Errors(Engine engine) {
        var json = Failure(() => engine.Evaluate(Encoding.UTF8.GetBytes("{\"format\":\n  }")));
        Check("an error names line and column",
            json.Status == Status.Json && json.Line == 2 && json.Column == 3);
        var dossier = Failure(() => engine.Evaluate(
            Encoding.UTF8.GetBytes("{\"format\":\"cop11.dossier/1\",\"member\":7}"),
            new CallOptions { AsOf = "2014-01-01" }));
        Check("an error names the pointer",
            dossier.Status == Status.Dossier && dossier.Where == "/member");
        Check("a NUL cuts nothing off", Thrown(() => engine.Describe("rules\0x")) is ArgumentException);
        Check("an empty dossier is no NULL",
            Failure(() => engine.Evaluate(new byte[0])).Status == Status.Json);
        Check("what cancel throws is carried through", Thrown(() => engine.Evaluate(Office,
            new CallOptions { Cancel = () => { throw new Mine(); } })) is Mine);
        Check("cancel ends a call", Failure(() => engine.Evaluate(Office,
            new CallOptions { Cancel = () => true })).Status == Status.Cancelled);
    }

    static void Packs() {
        var pack = new Pack("house").Add("a.lua", "check 'bad' {}\n" + Rule);
        int lines = 0;
        var options = new EngineOptions { Layers = new List<Pack> { pack }, Log = (level, text) => lines++ };
        var engine = new Engine(options);
        Check("a broken check is logged", lines == 1);
        options.Log = (level, text) => { throw new Mine(); };
        Check("what log throws is carried through", Thrown(() => new Engine(options)) is Mine);
        options.Log = null;
        Check("lint", Engine.Lint(options).ToString().Contains("cop11.lint/1"));
        options.Keys = new List<string>();
        Check("no keys accept no pack", Failure(() => new Engine(options)).Status == Status.Argument);
        options.Keys = null;
        pack.Dispose();
        pack.Dispose();
        Check("a closed pack opens no engine", Thrown(() => new Engine(options)) is ObjectDisposedException);
        var closing = new CallOptions { Cancel = () => { engine.Dispose(); return false; } };
        Check("an engine closed in its own call is freed after it",
            engine.Evaluate(Office, closing).ToString().Contains("11.2.org.badges"));
        Check("a closed engine cannot be used", Thrown(() => engine.Evaluate(Office)) is ObjectDisposedException);
    }

    static int Main() {
        using (var engine = new Engine()) {
            Reports(engine);
            Errors(engine);
        }
        Counts();
        Packs();
        Console.WriteLine("1.." + number);
        return failures == 0 ? 0 : 1;
    }
}
