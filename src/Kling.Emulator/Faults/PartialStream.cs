namespace Kling.Emulator;

/// <summary>Reads a <see cref="PartialContent"/>.</summary>
internal sealed class PartialStream(byte[] whole, int length, TimeSpan pause, TimeProvider clock) : Stream
{
    private readonly int _piece = Math.Max(1, (whole.Length + PartialContent.Pieces - 1) / PartialContent.Pieces);
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_position == length)
        {
            return length == whole.Length ? 0 : throw Connection.BrokenOff();
        }

        if (pause > TimeSpan.Zero && _position % _piece == 0)
        {
            await Task.Delay(pause, clock, cancellationToken).ConfigureAwait(false);
        }

        int left = Math.Min(_piece - (_position % _piece), length - _position);
        int count = Math.Min(left, buffer.Length);
        whole.AsMemory(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
