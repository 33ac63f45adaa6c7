using System.Data.Common;
using System.Text.Json;

namespace Kling;

/// <summary>A row of the table of tickets.</summary>
internal sealed class TicketRow
{
    /// <summary>The columns, in the order in which <see cref="Read"/> reads them.</summary>
    public const string Columns =
        "id, key, slug, model, body, digest, tags, save_to, trace, priority, state, version, due_at, created_at, changed_at, submitted_at, "
        + "submit_id, attempts, status, polls, queued_ms, failures, request_id, token, cost, reserved, budgets, result, outputs, "
        + "files, error";

    public required Guid Id { get; init; }

    public string? Key { get; init; }

    public required string Slug { get; init; }

    /// <summary>The digest of the model's schema, or null if the request was enqueued by its slug alone.</summary>
    public string? Model { get; init; }

    /// <summary>The request, as it is stored.</summary>
    public required byte[] Body { get; init; }

    public required string Digest { get; init; }

    public string? Tags { get; init; }

    public string? SaveTo { get; init; }

    public string? Trace { get; init; }

    public int Priority { get; init; }

    public KlingTicketState State { get; init; }

    /// <summary>Changes with every change of the row: a change is made only if there was no other one.</summary>
    public long Version { get; set; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The client's id of the submit, if the client has given one.</summary>
    public Guid? SubmitId { get; init; }

    public int Attempts { get; init; }

    public KlingJobStatus Status { get; init; }

    public int Polls { get; init; }

    /// <summary>How long the job was queued, from its submit on.</summary>
    public TimeSpan? Queued { get; init; }

    /// <summary>How often in a row the last step has failed.</summary>
    public int Failures { get; init; }

    public string? RequestId { get; init; }

    public string? Token { get; init; }

    public decimal? Cost { get; init; }

    /// <summary>In millionths of a credit.</summary>
    public long Reserved { get; init; }

    /// <summary>The budgets that it counts to, one a line.</summary>
    public string? Budgets { get; init; }

    /// <summary>The result, as it is stored.</summary>
    public byte[]? Result { get; init; }

    public string? Outputs { get; init; }

    public string? Files { get; init; }

    public string? Error { get; init; }

    public static TicketRow Read(DbDataReader reader)
    {
        int column = -1;
        return new TicketRow
        {
            Id = Guid.Parse(Text()!),
            Key = Text(),
            Slug = Text()!,
            Model = Text(),
            Body = Bytes()!,
            Digest = Text()!,
            Tags = Text(),
            SaveTo = Text(),
            Trace = Text(),
            Priority = (int)Number()!,
            State = (KlingTicketState)Number()!,
            Version = Number()!.Value,
            DueAt = Time(),
            CreatedAt = Time()!.Value,
            ChangedAt = Time()!.Value,
            SubmittedAt = Time(),
            SubmitId = Text() is { } submit ? Guid.Parse(submit) : null,
            Attempts = (int)Number()!,
            Status = (KlingJobStatus)Number()!,
            Polls = (int)Number()!,
            Queued = Number() is { } queued ? TimeSpan.FromMilliseconds(queued) : null,
            Failures = (int)Number()!,
            RequestId = Text(),
            Token = Text(),
            Cost = Number() is { } cost ? Amount.ToCredits(cost) : null,
            Reserved = Number()!.Value,
            Budgets = Text(),
            Result = Bytes(),
            Outputs = Text(),
            Files = Text(),
            Error = Text(),
        };

        string? Text() => reader.IsDBNull(++column) ? null : reader.GetString(column);
        long? Number() => reader.IsDBNull(++column) ? null : reader.GetInt64(column);
        byte[]? Bytes() => reader.IsDBNull(++column) ? null : reader.GetFieldValue<byte[]>(column);
        DateTimeOffset? Time() => Number() is { } milliseconds ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
    }

    public KlingTicket ToTicket(Func<byte[], JsonElement> readJson) =>
        new()
        {
            Id = Id,
            Key = Key,
            Slug = Slug,
            Body = readJson(Body),
            State = State,
            Status = Status,
            Tags = StoredJson.ReadTags(Tags),
            Priority = Priority,
            SaveTo = SaveTo,
            CreatedAt = CreatedAt,
            ChangedAt = ChangedAt,
            SubmittedAt = SubmittedAt,
            Attempts = Attempts,
            Polls = Polls,
            RequestId = RequestId,
            Token = Token,
            Cost = Cost,
            Result = Result is { } result ? readJson(result) : null,
            Outputs = StoredJson.ReadList(Outputs),
            Files = StoredJson.ReadList(Files),
            Error = Error,
        };
}
