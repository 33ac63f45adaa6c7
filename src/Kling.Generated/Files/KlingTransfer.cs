namespace Kling;

/// <summary>How far an upload or a download has come.</summary>
/// <param name="Bytes">The bytes of the file that have been handed to the connection, or have arrived from it. A download that has to begin anew counts from 0 again.</param>
/// <param name="Total">The size of the file in bytes, or <see langword="null"/> if the server did not tell.</param>
public readonly record struct KlingTransfer(long Bytes, long? Total);
