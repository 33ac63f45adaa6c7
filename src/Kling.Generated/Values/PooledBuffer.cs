using System.Buffers;

namespace Kling.CompilerServices;

/// <summary>A growing buffer of rented memory.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);
    private int _written;

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        int needed = _written + Math.Max(sizeHint, 1);
        if (needed > _bytes.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _bytes.Length * 2));
            WrittenMemory.CopyTo(larger);
            Dispose();
            _bytes = larger;
        }

        return _bytes.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        // A request may hold what its owner keeps private.
        ArrayPool<byte>.Shared.Return(_bytes, clearArray: true);
        _bytes = [];
    }
}
