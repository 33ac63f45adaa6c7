namespace Kling;

/// <summary>How long a submit may take, retries included, and what it is retried after.</summary>
/// <param name="Timeout">The time from the first attempt to the last response.</param>
/// <param name="RetriesOnRateLimit">Whether it is retried after 429.</param>
/// <param name="RetriesOnServerError">Whether it is retried after a 5xx that refuses it.</param>
internal sealed record SubmitRules(TimeSpan Timeout, bool RetriesOnRateLimit, bool RetriesOnServerError);
