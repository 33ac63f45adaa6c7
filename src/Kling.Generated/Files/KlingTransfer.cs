namespace Kling;

/// <summary>The progress of an upload or a download.</summary>
/// <param name="Bytes">The number of bytes that were sent or received. A download that starts again counts from 0.</param>
/// <param name="Total">The size of the file in bytes, or <see langword="null"/> if unknown.</param>
public readonly record struct KlingTransfer(long Bytes, long? Total);
