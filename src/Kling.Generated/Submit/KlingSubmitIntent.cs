namespace Kling;

/// <summary>A submit that is about to be made: what a program notes before and after, to know after a crash what may be running.</summary>
public sealed class KlingSubmitIntent
{
    /// <summary>Tells the intents apart. It is new for every submit, stays the same over its repeats, and is not sent: the API has no idempotency key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The model's name in the API's paths.</summary>
    public required string Slug { get; init; }

    /// <summary>The model, or <see langword="null"/> if the job is submitted by its slug alone.</summary>
    public KlingModel? Model { get; init; }

    /// <summary>The body that is sent: a JSON object in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The id and the model.</summary>
    public override string ToString() => $"{Id} {Slug}";
}
