// One call: its structs, what they point to, its callbacks, its error.
using System;
using System.Collections.Generic;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Cop11 {

sealed class Frame : IDisposable {
    [ThreadStatic] static ExceptionDispatchInfo raised;

    public NativeCall Call;
    public NativeOptions Options;
    readonly List<IntPtr> blocks = new List<IntPtr>();
    readonly List<SafeHandle> held = new List<SafeHandle>();
    NativeCancel cancel;

    public Frame(CallOptions from) {
        Call.struct_size = (uint)Marshal.SizeOf(typeof(NativeCall));
        Options.struct_size = (uint)Marshal.SizeOf(typeof(NativeOptions));
        if (from == null)
            return;
        Call.flags = from.ShowSensitive ? 1u : 0;
        Call.as_of = Copy(from.AsOf);
        Call.format = Copy(from.Format);
        Call.evaluated_at = Copy(from.EvaluatedAt);
        Call.time_limit_ms = from.TimeLimitMs;
        if (from.Cancel != null)
            SetCancel(from.Cancel);
    }

    void SetCancel(Func<bool> asked) {
        cancel = data => {
            try {
                return asked() ? 1 : 0;
            } catch (Exception error) {
                Caught(error);
                return 1;
            }
        };
        Call.cancel = Marshal.GetFunctionPointerForDelegate(cancel);
    }

    // What a callback threw comes out of the call that it was called from.
    public static void Caught(Exception error) {
        if (raised == null)
            raised = ExceptionDispatchInfo.Capture(error);
    }

    public void SetOptions(EngineOptions from, NativeLog log) {
        if (log != null)
            Options.log = Marshal.GetFunctionPointerForDelegate(log);
        if (from == null)
            return;
        if (from.Pack != null)
            Options.pack = Hold(from.Pack.Handle);
        if (from.Layers.Count > 0)
            Options.layers = Block(from.Layers.ConvertAll(layer => Hold(layer.Handle)));
        Options.layer_count = (UIntPtr)from.Layers.Count;
        if (from.Keys != null) { // not even an empty list may stand for any pack
            Options.keys = Block(from.Keys.ConvertAll(Copy));
            Options.key_count = (UIntPtr)from.Keys.Count;
        }
        Options.max_memory = from.MaxMemory;
        Options.max_steps = from.MaxSteps;
        Options.max_dossier = from.MaxDossier;
        Options.max_report = from.MaxReport;
        Options.max_depth = from.MaxDepth;
        Options.max_idle = from.MaxIdle;
    }

    IntPtr Hold(SafeHandle handle) {
        bool added = false;
        handle.DangerousAddRef(ref added); // throws where it is closed
        held.Add(handle);
        return handle.DangerousGetHandle();
    }

    IntPtr Copy(string text) {
        if (text == null)
            return IntPtr.Zero;
        byte[] bytes = Native.Text(text);
        IntPtr block = Marshal.AllocHGlobal(bytes.Length);
        blocks.Add(block);
        Marshal.Copy(bytes, 0, block, bytes.Length);
        return block;
    }

    IntPtr Block(List<IntPtr> pointers) {
        IntPtr block = Marshal.AllocHGlobal((pointers.Count + 1) * IntPtr.Size);
        blocks.Add(block);
        Marshal.Copy(pointers.ToArray(), 0, block, pointers.Count);
        return block;
    }

    public delegate int Action(Frame frame, ref NativeError error);
    public delegate int TextAction(Frame frame, out TextHandle text, ref NativeError error);

    // Runs a call, and throws what went wrong.
    public void Check(Action action) {
        var error = new NativeError { struct_size = (uint)Marshal.SizeOf(typeof(NativeError)),
            where = new byte[256], message = new byte[1024] };
        ExceptionDispatchInfo before = raised;
        raised = null;
        int status = action(this, ref error);
        ExceptionDispatchInfo found = raised;
        raised = before;
        GC.KeepAlive(cancel);
        if (found != null)
            found.Throw();
        if (status != 0)
            throw new Cop11Exception(error);
    }

    // What a call that returns a text returned.
    public Text Returned(TextAction action) {
        TextHandle handle = null;
        try {
            Check((Frame frame, ref NativeError error) => action(frame, out handle, ref error));
            return new Text(handle);
        } finally {
            if (handle != null)
                handle.Dispose();
        }
    }

    public void Dispose() {
        held.ForEach(handle => handle.DangerousRelease());
        blocks.ForEach(Marshal.FreeHGlobal);
    }
}

}
