using System.Text.Json;

namespace Kling;

/// <summary>A request in the queue of <see cref="KlingJobs"/>, as it was when it was read. It does not change by itself.</summary>
public sealed record KlingTicket
{
    /// <summary>The id of the ticket. It is not the server's id of the job, which is <see cref="RequestId"/>.</summary>
    public required Guid Id { get; init; }

    /// <summary>Your own unique key (<see cref="KlingEnqueueOptions.Key"/>), or <see langword="null"/>.</summary>
    public string? Key { get; init; }

    /// <summary>The model's name in the API's URLs.</summary>
    public required string Slug { get; init; }

    /// <summary>The request: a JSON object.</summary>
    public required JsonElement Body { get; init; }

    /// <summary>How far it has come.</summary>
    public required KlingTicketState State { get; init; }

    /// <summary>The last status of the job that the server sent; <see cref="KlingJobStatus.Unknown"/> before the first poll.</summary>
    public KlingJobStatus Status { get; init; }

    /// <summary>The tags (<see cref="KlingEnqueueOptions.Tags"/>).</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The priority: higher ones are submitted first.</summary>
    public int Priority { get; init; }

    /// <summary>Where the outputs are saved, or <see langword="null"/> if they are not.</summary>
    public string? SaveTo { get; init; }

    /// <summary>When it was enqueued.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When <see cref="State"/> changed last.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When the request was submitted last, or <see langword="null"/> if it was not.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>How often a worker began to submit it. More than 1 only if the server certainly accepted none of the submits before.</summary>
    public int Attempts { get; init; }

    /// <summary>How often the status of the job was polled.</summary>
    public int Polls { get; init; }

    /// <summary>The server's id of the job, or <see langword="null"/> if it is not known.</summary>
    public string? RequestId { get; init; }

    /// <summary>The job's token for <see cref="KlingClient.GetJob"/>, or <see langword="null"/> if there is no job.</summary>
    public string? Token { get; init; }

    /// <summary>What the job has cost, in US dollars (1 credit is counted as 1 US dollar), or <see langword="null"/> if it is not known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The whole response with the result, or <see langword="null"/> if there is none.</summary>
    public JsonElement? Result { get; init; }

    /// <summary>The URLs of the output files. The server keeps them for 7 days.</summary>
    public IReadOnlyList<string> Outputs { get; init; } = [];

    /// <summary>What the <see cref="IKlingOutputStore"/> returned for each saved output: by default the paths of the files.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>Why it failed, or what went wrong last and is retried; <see langword="null"/> if nothing.</summary>
    public string? Error { get; init; }

    /// <summary>
    /// Every state that it had, the oldest first. Only <see cref="KlingJobs.GetAsync"/> and <see cref="KlingJobs.FindAsync"/> read them;
    /// otherwise empty.
    /// </summary>
    public IReadOnlyList<KlingTicketEvent> History { get; init; } = [];

    /// <summary>Whether nothing more happens to it.</summary>
    public bool HasEnded =>
        State is KlingTicketState.Saved or KlingTicketState.Failed or KlingTicketState.Expired or KlingTicketState.Cancelled
        || (State is KlingTicketState.Completed && SaveTo is null);

    /// <summary>The id, the model and the state.</summary>
    public override string ToString() => $"{Id} {Slug} {State}";
}
