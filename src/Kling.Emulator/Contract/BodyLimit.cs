using System.Net;

namespace Kling.Emulator;

/// <summary>How large a request's body may be.</summary>
/// <param name="Bytes">The limit.</param>
/// <param name="Option">The option that sets it.</param>
internal sealed record BodyLimit(long Bytes, string Option)
{
    public RefusedBodyException Exceeded() =>
        new(
            HttpStatusCode.RequestEntityTooLarge,
            FormattableString.Invariant(
                $"The request body is larger than {Bytes} bytes, the limit of this emulator ({nameof(SegmindEmulatorOptions)}.{Option})"
            )
        );

    public RefusedBodyException ExceededByDecoding() =>
        new(
            HttpStatusCode.RequestEntityTooLarge,
            FormattableString.Invariant(
                $"The decoded request body is larger than {Bytes} bytes, the limit of this emulator ({nameof(SegmindEmulatorOptions)}.{Option})"
            )
        );
}
