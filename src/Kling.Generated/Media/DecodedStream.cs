using System.Buffers.Binary;
using System.IO.Compression;

namespace Kling;

/// <summary>
/// Decompresses a body, and at its end compares what came out with what the body says of it: .NET takes a compressed body that was cut for
/// one that has ended.
/// </summary>
/// <remarks>
/// A gzip body ends in the length of its data, a zlib body in its Adler-32 checksum. A gzip body of several members is taken for a cut one;
/// storage hosts do not make any.
/// </remarks>
internal sealed class DecodedStream : ReadOnlyStream
{
    private const uint AdlerModulus = 65_521;

    private readonly Tail _tail;
    private readonly bool _isGzip;
    private uint _length;
    private uint _sum = 1;
    private uint _sumOfSums;

    private DecodedStream(Stream decoder, Tail tail, bool isGzip)
        : base(decoder) => (_tail, _isGzip) = (tail, isGzip);

    public static DecodedStream OfGzip(Stream body)
    {
        var tail = new Tail(body);
        return new DecodedStream(new GZipStream(tail, CompressionMode.Decompress), tail, isGzip: true);
    }

    public static DecodedStream OfZlib(Stream body)
    {
        var tail = new Tail(body);
        return new DecodedStream(new ZLibStream(tail, CompressionMode.Decompress), tail, isGzip: false);
    }

    protected override void AfterRead(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        if (!isEnd)
        {
            _length = unchecked(_length + (uint)bytes.Length);
            AddToSum(_isGzip ? [] : bytes);
        }
        else if (
            _tail.Last is not { } last
            || (_isGzip ? BinaryPrimitives.ReverseEndianness(last) != _length : last != ((_sumOfSums << 16) | _sum))
        )
        {
            throw new InvalidDataException("The compressed data ends too early.");
        }
    }

    private void AddToSum(ReadOnlySpan<byte> bytes)
    {
        foreach (byte unit in bytes)
        {
            _sum = (_sum + unit) % AdlerModulus;
            _sumOfSums = (_sumOfSums + _sum) % AdlerModulus;
        }
    }

    /// <summary>Keeps the last four bytes that pass through.</summary>
    private sealed class Tail(Stream body) : ReadOnlyStream(body)
    {
        private uint _last;
        private int _count;

        /// <summary>The last four bytes, the first of them as the highest; <see langword="null"/> if there were fewer.</summary>
        public uint? Last => _count >= sizeof(uint) ? _last : null;

        protected override void AfterRead(ReadOnlySpan<byte> bytes, bool isEnd)
        {
            foreach (byte unit in bytes.Length > sizeof(uint) ? bytes[^sizeof(uint)..] : bytes)
            {
                _last = (_last << 8) | unit;
            }

            _count = Math.Min(sizeof(uint), _count + bytes.Length);
        }
    }
}
