// libcop11 from C#: rates a dossier against RJC COP 11 Security (2013).
using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Text;

namespace Cop11 {

/// <summary>The kinds of failure of cop11.h.</summary>
public enum Status { Argument = 1, Memory, Limit, Cancelled, Json, Dossier, Pack, IO, Internal }

[Flags]
public enum Rating { None = 0, NotApplicable = 1, Conformance = 2, Minor = 4, Major = 8 }

public enum Basis { None, Stated, Evidenced, AuditorVerified }

/// <summary>Why a call failed. Where is a file name or a JSON Pointer; Line and Column
/// (in bytes) count from 1, and are 0 where there are none.</summary>
public sealed class Cop11Exception : Exception {
    public readonly Status Status;
    public readonly string Where;
    public readonly int Line, Column;

    internal Cop11Exception(NativeError error) : base(Native.Text(error.message)) {
        Status = (Status)error.status;
        Where = Native.Text(error.where);
        Line = error.line;
        Column = error.column;
    }
}

/// <summary>How one call is made; what is null or 0 has its default.</summary>
public sealed class CallOptions {
    public string AsOf, Format, EvaluatedAt;
    public bool ShowSensitive;
    /// <summary>Asked again and again; true ends the call.</summary>
    public Func<bool> Cancel;
    public uint TimeLimitMs;
}

/// <summary>How an engine is opened; what is null or 0 has its default.</summary>
public sealed class EngineOptions {
    public Pack Pack;
    public List<Pack> Layers = new List<Pack>();
    public List<string> Keys;
    public Action<int, string> Log;
    public ulong MaxMemory, MaxSteps, MaxDossier, MaxReport;
    public uint MaxDepth, MaxIdle;
}

/// <summary>The bytes of a result, in UTF-8, and of a report its rating.</summary>
public sealed class Text {
    public readonly byte[] Bytes;
    public readonly Rating Range;
    public readonly Basis Basis;

    internal Text(TextHandle handle) {
        Bytes = new byte[checked((int)Native.cop11_text_size(handle))];
        Marshal.Copy(Native.cop11_text_data(handle), Bytes, 0, Bytes.Length);
        Range = (Rating)Native.cop11_text_range(handle);
        Basis = (Basis)Native.cop11_text_basis(handle);
    }

    public override string ToString() { return Encoding.UTF8.GetString(Bytes); }
}

/// <summary>Rules gathered before an engine is opened.</summary>
public sealed class Pack : IDisposable {
    internal readonly SafeHandle Handle;
    readonly PackHandle pack;

    public Pack(string name) {
        PackHandle made = null;
        using (var frame = new Frame(null))
            frame.Check((Frame f, ref NativeError error) =>
                Native.cop11_pack_new(Native.Text(name), out made, ref error));
        Handle = pack = made;
    }

    public Pack Add(string path, string text) {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        using (var frame = new Frame(null))
            frame.Check((Frame f, ref NativeError error) => Native.cop11_pack_add(
                pack, Native.Text(path), Sized.Of(bytes), (UIntPtr)bytes.Length, ref error));
        return this;
    }

    public Pack AddFolder(string folder, CallOptions call = null) {
        using (var frame = new Frame(call))
            frame.Check((Frame f, ref NativeError error) => Native.cop11_pack_add_folder(
                pack, Native.Text(folder), ref f.Call, ref error));
        return this;
    }

    public Pack AddSignature(string text) {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        using (var frame = new Frame(null))
            frame.Check((Frame f, ref NativeError error) => Native.cop11_pack_add_signature(
                pack, Sized.Of(bytes), (UIntPtr)bytes.Length, ref error));
        return this;
    }

    public void Dispose() { pack.Dispose(); }
}

static class Sized {
    // Mono hands an empty array over as NULL.
    public static byte[] Of(byte[] bytes) { return bytes.Length > 0 ? bytes : new byte[1]; }
}

/// <summary>What an engine has done since it was opened, as in cop11_stats.</summary>
public sealed class Stats {
    public readonly uint States;
    public readonly ulong Calls, Errors, TimeNs, MostSteps, MostMemory;

    internal Stats(NativeStats from) {
        States = from.states;
        Calls = from.calls;
        Errors = from.errors;
        TimeNs = from.time_ns;
        MostSteps = from.most_steps;
        MostMemory = from.most_memory;
    }
}

/// <summary>Rules ready to run; it serves any number of threads.</summary>
public sealed class Engine : IDisposable {
    readonly EngineHandle engine;

    public Engine(EngineOptions options = null, CallOptions call = null) {
        NativeLog log = options == null || options.Log == null ? null : Logger(options.Log);
        EngineHandle made = null;
        try {
            using (var frame = new Frame(call)) {
                frame.SetOptions(options, log);
                frame.Check((Frame f, ref NativeError error) => Native.cop11_engine_open(
                    ref f.Options, ref f.Call, out made, ref error));
            }
        } catch {
            if (made != null)
                made.Dispose(); // the log may have thrown
            throw;
        }
        engine = made;
        engine.Log = log;
    }

    static NativeLog Logger(Action<int, string> log) {
        return (data, level, text, size) => {
            try {
                var bytes = new byte[checked((int)size)];
                Marshal.Copy(text, bytes, 0, bytes.Length);
                log(level, Encoding.UTF8.GetString(bytes));
            } catch (Exception error) {
                Frame.Caught(error);
            }
        };
    }

    public static string Version { get { return Marshal.PtrToStringAnsi(Native.cop11_version()); } }

    static Text Once(EngineOptions options, CallOptions call, Frame.TextAction action) {
        using (var frame = new Frame(call)) {
            frame.SetOptions(options, null);
            return frame.Returned(action);
        }
    }

    /// <summary>Everything wrong with the pack and layers, as JSON ("cop11.lint/1").</summary>
    public static Text Lint(EngineOptions options = null, CallOptions call = null) {
        return Once(options, call, (Frame f, out TextHandle text, ref NativeError error) =>
            Native.cop11_lint(ref f.Options, ref f.Call, out text, ref error));
    }

    /// <summary>Runs the examples of the rules; as JSON ("cop11.test/1").</summary>
    public static Text Test(EngineOptions options = null, CallOptions call = null) {
        return Once(options, call, (Frame f, out TextHandle text, ref NativeError error) =>
            Native.cop11_test(ref f.Options, ref f.Call, out text, ref error));
    }

    static Text Run(CallOptions call, Frame.TextAction action) {
        using (var frame = new Frame(call))
            return frame.Returned(action);
    }

    /// <summary>The report on a dossier, "cop11.report/1".</summary>
    public Text Evaluate(byte[] dossier, CallOptions call = null) {
        return Run(call, (Frame f, out TextHandle text, ref NativeError error) =>
            Native.cop11_evaluate(engine, Sized.Of(dossier), (UIntPtr)dossier.Length, ref f.Call, out text, ref error));
    }

    /// <summary>Every problem of a dossier, "cop11.validation/1".</summary>
    public Text Validate(byte[] dossier, CallOptions call = null) {
        return Run(call, (Frame f, out TextHandle text, ref NativeError error) =>
            Native.cop11_validate(engine, Sized.Of(dossier), (UIntPtr)dossier.Length, ref f.Call, out text, ref error));
    }

    /// <summary>The rules, the vocabulary, the schemas; cop11.h lists the names.</summary>
    public Text Describe(string what, CallOptions call = null) {
        return Run(call, (Frame f, out TextHandle text, ref NativeError error) =>
            Native.cop11_describe(engine, Native.Text(what), ref f.Call, out text, ref error));
    }

    /// <summary>A kept report in another format.</summary>
    public Text Render(byte[] report, string format, CallOptions call = null) {
        return Run(call, (Frame f, out TextHandle text, ref NativeError error) =>
            Native.cop11_render(engine, Sized.Of(report), (UIntPtr)report.Length, Native.Text(format), ref f.Call, out text, ref error));
    }

    /// <summary>What became of each check, rating, finding and record.</summary>
    public Text Diff(byte[] before, byte[] after, CallOptions call = null) {
        return Run(call, (Frame f, out TextHandle text, ref NativeError error) =>
            Native.cop11_diff(engine, Sized.Of(before), (UIntPtr)before.Length, Sized.Of(after), (UIntPtr)after.Length, ref f.Call, out text, ref error));
    }

    /// <summary>For a host's metrics; waits for no call.</summary>
    public Stats Stats() {
        var stats = new NativeStats { struct_size = (uint)Marshal.SizeOf(typeof(NativeStats)) };
        using (var frame = new Frame(null))
            frame.Check((Frame f, ref NativeError error) =>
                Native.cop11_engine_stats(engine, ref stats, ref error));
        return new Stats(stats);
    }

    /// <summary>Calls under way end first; none can begin after.</summary>
    public void Dispose() { engine.Dispose(); }
}

}
