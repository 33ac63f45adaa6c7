namespace Kling;

/// <summary>What names a job and does not change.</summary>
internal sealed record JobIdentity(string RequestId, string Slug, KlingModel? Model, DateTimeOffset SubmittedAt, Uri StatusAddress, Uri ResultAddress)
{
    /// <summary>How long the server keeps a job's record, by its documentation.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromHours(1);

    public DateTimeOffset ExpiresAt => SubmittedAt + Retention;
}
