// The functions and structs of cop11.h.
using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Cop11 {

[StructLayout(LayoutKind.Sequential)]
struct NativeError {
    public uint struct_size;
    public int status, line, column;
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 256)] public byte[] where;
    [MarshalAs(UnmanagedType.ByValArray, SizeConst = 1024)] public byte[] message;
}

[StructLayout(LayoutKind.Sequential)]
struct NativeCall {
    public uint struct_size, flags;
    public IntPtr as_of, cancel, cancel_data;
    public uint time_limit_ms, reserved;
    public IntPtr format, evaluated_at;
}

[StructLayout(LayoutKind.Sequential)]
struct NativeOptions {
    public uint struct_size, flags;
    public IntPtr pack, layers;
    public UIntPtr layer_count;
    public ulong max_memory, max_steps, max_dossier, max_report;
    public uint max_depth, max_idle;
    public IntPtr log, log_data, keys;
    public UIntPtr key_count;
}

[StructLayout(LayoutKind.Sequential)]
struct NativeStats {
    public uint struct_size, states;
    public ulong calls, errors, time_ns, most_steps, most_memory;
}

[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
delegate int NativeCancel(IntPtr data);
[UnmanagedFunctionPointer(CallingConvention.Cdecl)]
delegate void NativeLog(IntPtr data, int level, IntPtr text, UIntPtr size);

// Freed once, and after the last call that uses it: the runtime counts them.
abstract class Handle : SafeHandle {
    protected Handle() : base(IntPtr.Zero, true) {}
    public override bool IsInvalid { get { return handle == IntPtr.Zero; } }
}

sealed class EngineHandle : Handle {
    public NativeLog Log; // lives as long as the engine
    protected override bool ReleaseHandle() {
        Native.cop11_engine_close(handle);
        return true;
    }
}

sealed class PackHandle : Handle {
    protected override bool ReleaseHandle() {
        Native.cop11_pack_free(handle);
        return true;
    }
}

sealed class TextHandle : Handle {
    protected override bool ReleaseHandle() {
        Native.cop11_text_free(handle);
        return true;
    }
}

static class Native {
    const string Library = "libcop11.so.0.2";
    const uint Draft = 2; // COP11_ABI_VERSION of the header that these structs follow

    static Native() {
        uint found = cop11_abi_version();
        if (found != Draft)
            throw new DllNotFoundException("this is the binding for draft " + Draft +
                " of libcop11, but the library is draft " + found);
    }

    [DllImport(Library)] public static extern uint cop11_abi_version();
    [DllImport(Library)] public static extern IntPtr cop11_version();
    [DllImport(Library)] public static extern IntPtr cop11_text_data(TextHandle text);
    [DllImport(Library)] public static extern UIntPtr cop11_text_size(TextHandle text);
    [DllImport(Library)] public static extern uint cop11_text_range(TextHandle text);
    [DllImport(Library)] public static extern uint cop11_text_basis(TextHandle text);
    [DllImport(Library)] public static extern void cop11_text_free(IntPtr text);
    [DllImport(Library)] public static extern int cop11_pack_new(byte[] name, out PackHandle pack, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_pack_add(PackHandle pack, byte[] path, byte[] text, UIntPtr size, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_pack_add_folder(PackHandle pack, byte[] folder, ref NativeCall call, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_pack_add_signature(PackHandle pack, byte[] text, UIntPtr size, ref NativeError error);
    [DllImport(Library)] public static extern void cop11_pack_free(IntPtr pack);
    [DllImport(Library)] public static extern int cop11_engine_open(ref NativeOptions options, ref NativeCall call, out EngineHandle engine, ref NativeError error);
    [DllImport(Library)] public static extern void cop11_engine_close(IntPtr engine);
    [DllImport(Library)] public static extern int cop11_engine_stats(EngineHandle engine, ref NativeStats stats, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_describe(EngineHandle engine, byte[] what, ref NativeCall call, out TextHandle text, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_lint(ref NativeOptions options, ref NativeCall call, out TextHandle text, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_test(ref NativeOptions options, ref NativeCall call, out TextHandle text, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_validate(EngineHandle engine, byte[] dossier, UIntPtr size, ref NativeCall call, out TextHandle text, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_evaluate(EngineHandle engine, byte[] dossier, UIntPtr size, ref NativeCall call, out TextHandle text, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_render(EngineHandle engine, byte[] report, UIntPtr size, byte[] format, ref NativeCall call, out TextHandle text, ref NativeError error);
    [DllImport(Library)] public static extern int cop11_diff(EngineHandle engine, byte[] before, UIntPtr before_size, byte[] after, UIntPtr after_size, ref NativeCall call, out TextHandle text, ref NativeError error);

    // A text for C, which ends with NUL.
    public static byte[] Text(string text) {
        if (text.IndexOf('\0') >= 0)
            throw new ArgumentException("a NUL would end this text");
        return Encoding.UTF8.GetBytes(text + "\0");
    }

    // The text of a field that ends with NUL.
    public static string Text(byte[] field) {
        int size = Array.IndexOf(field, (byte)0);
        return Encoding.UTF8.GetString(field, 0, size < 0 ? field.Length : size);
    }
}

}
