namespace Kling.Cli;

/// <summary>
/// The standard output or the standard error. It never throws: what cannot be written is dropped, and <see cref="Failure"/> says why.
/// .NET's own stream says nothing when the reader of a pipe has ended, and throws for everything else.
/// </summary>
internal sealed class StandardStream : Stream
{
    private readonly int _descriptor;
    private readonly Stream? _windows;

    /// <summary>Takes the stream with this descriptor: 1 or 2.</summary>
    public StandardStream(int descriptor)
    {
        _descriptor = descriptor;
        if (OperatingSystem.IsWindows())
        {
            _windows = descriptor == 1 ? Console.OpenStandardOutput() : Console.OpenStandardError();
        }
        else if (!Descriptor.IsInherited(descriptor))
        {
            Failure = StreamFailure.Closed;
        }
    }

    /// <summary>Why something that was written is lost; <see langword="null"/> while all of it has arrived.</summary>
    public StreamFailure? Failure { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Checks whether it can be written, without writing anything.</summary>
    /// <returns>Why it cannot, or <see langword="null"/>.</returns>
    public StreamFailure? Probe() => Failure ?? (_windows is null ? Descriptor.Probe(_descriptor) : null);

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            if (_windows is null)
            {
                Failure = Descriptor.Write(_descriptor, buffer);
            }
            else
            {
                _windows.Write(buffer);
            }
        }
        catch (IOException e)
        {
            Failure = new StreamFailure(e.Message, IsBrokenPipe: false);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
