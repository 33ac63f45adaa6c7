using System.Runtime.InteropServices;

namespace Kling.Cli;

/// <summary>File descriptors of Unix. .NET has no way to learn of a closed standard stream, or of a pipe whose reader has ended.</summary>
internal static class Descriptor
{
    private const int GetFlags = 1;
    private const int CloseOnExec = 1;
    private const int Interrupted = 4;
    private const int BrokenPipe = 32;
    private const short CanWrite = 4;
    private const short Error = 8;

    private static readonly int TryAgain = OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>
    /// Whether the process was started with it. The runtime gives the number of a closed stream to files of its own, even to the pipe on
    /// which it receives signals; those are closed on exec, and an inherited one never is.
    /// </summary>
    public static bool IsInherited(int descriptor) =>
        NativeMethods.fcntl(descriptor, GetFlags) is var flags && flags >= 0 && (flags & CloseOnExec) == 0;

    /// <summary>Checks whether something can be written: not to <c>/dev/full</c>, a full disk, or a pipe whose reader has ended.</summary>
    public static StreamFailure? Probe(int descriptor)
    {
        var poll = new PollDescriptor { Descriptor = descriptor, Events = CanWrite };
        if (NativeMethods.poll(ref poll, 1, 0) > 0 && (poll.Returned & Error) != 0)
        {
            return Failure(BrokenPipe);
        }

        return
            NativeMethods.write(descriptor, ref MemoryMarshal.GetReference<byte>([0]), 0) < 0
            && Marshal.GetLastPInvokeError() is var error
            && error != TryAgain
            ? Failure(error)
            : null;
    }

    /// <summary>Writes all of it.</summary>
    public static StreamFailure? Write(int descriptor, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            nint written = NativeMethods.write(descriptor, ref MemoryMarshal.GetReference(bytes), (nuint)bytes.Length);
            if (written >= 0)
            {
                bytes = bytes[(int)written..];
                continue;
            }

            int error = Marshal.GetLastPInvokeError();
            if (error == TryAgain)
            {
                var poll = new PollDescriptor { Descriptor = descriptor, Events = CanWrite };
                _ = NativeMethods.poll(ref poll, 1, -1);
            }
            else if (error != Interrupted)
            {
                return Failure(error);
            }
        }

        return null;
    }

    private static StreamFailure Failure(int error) => new(Marshal.GetPInvokeErrorMessage(error), error == BrokenPipe);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }

    private static class NativeMethods
    {
        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int fcntl(int descriptor, int command);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int poll(ref PollDescriptor descriptors, nuint count, int milliseconds);

        [DllImport("libc", SetLastError = true)]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern nint write(int descriptor, ref byte bytes, nuint count);
    }
}
