namespace Kling;

/// <summary>
/// A submit that is about to be sent. Store it before the submit and the job's token after it, so that after a crash you can find jobs that
/// may be running.
/// </summary>
public sealed class KlingSubmitIntent
{
    /// <summary>
    /// A unique id. It is new for every submit, stays the same for its retries, and is not sent: the API has no idempotency key.
    /// </summary>
    public required Guid Id { get; init; }

    /// <summary>The model's name in the API's URLs.</summary>
    public required string Slug { get; init; }

    /// <summary>The model, or <see langword="null"/> if the job is submitted by its slug alone.</summary>
    public KlingModel? Model { get; init; }

    /// <summary>The body that is sent: a JSON object in UTF-8.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The time of the submit, on the client's clock.</summary>
    /// <value>An intent that you restore from your own store needs it, to be looked up in the account's history.</value>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The id and the model.</summary>
    public override string ToString() => $"{Id} {Slug}";
}
