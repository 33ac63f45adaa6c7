using System.Globalization;
using System.Text.Json;

namespace Kling.Tests.Hostile;

/// <summary>The server's side of one job: what has been asked, and what is still to go wrong.</summary>
internal sealed class JobScript(JobPlan plan, string host, string fileHost)
{
    private readonly Dictionary<Place, Queue<Fault>> _faults = plan.Faults.ToDictionary(static pair => pair.Key, static pair => new Queue<Fault>(pair.Value));
    private int _polls;

    public JobPlan Plan => plan;

    /// <summary>Signed: it must be requested character for character.</summary>
    public string FilePath { get; } = $"/files/{plan.Id}/a%2Fb%7E/%41/../clip%20.mp4?sig=a%2Bb%3D%3D&t=%7e~";

    /// <summary>How many submits have come, and how many of them could be made again.</summary>
    public (int All, int Later) Posts { get; private set; }

    /// <summary>How often the server has taken the request: each is a bill.</summary>
    public int Taken { get; private set; }

    /// <summary>What the last submit was answered with.</summary>
    public Effect? LastSubmit { get; private set; }

    /// <summary>How many reads were refused, or may have been read as refused.</summary>
    public int Refusals { get; private set; }

    /// <summary>Whether the end was told so that there is only one way to read it.</summary>
    public bool IsEndTold { get; private set; }

    public bool IsResultTold { get; private set; }

    /// <summary>The next fault, if it comes with the connection.</summary>
    public Fault? TakeAtAccept(Place place) => _faults[place].TryPeek(out Fault? fault) && fault.IsAtAccept ? Take(place) : null;

    public Fault? Take(Place place) => _faults[place].TryDequeue(out Fault? fault) ? fault : null;

    /// <summary>Notes a submit.</summary>
    public void NoteSubmit(Fault? fault, bool isComplete)
    {
        Effect effect = fault?.OnSubmit ?? Effect.Truth;
        LastSubmit = effect;
        Posts = (Posts.All + 1, Posts.Later + (effect is Effect.Later ? 1 : 0));
        Taken += isComplete && (effect is Effect.Truth or Effect.Any || (effect is Effect.Nothing && plan.TakesUnseen)) ? 1 : 0;
    }

    /// <summary>Notes a read before its answer is sent. The truth about a job that has failed has a status that refuses, and without its body nothing else is left.</summary>
    public void NoteRead(Fault? fault, bool isRefusal = false) => Refusals += fault?.Effect is Effect.Refusal or Effect.Any || (isRefusal && fault is not null) ? 1 : 0;

    /// <summary>Notes what has been answered.</summary>
    public void NoteTold(Place place, Fault? fault, bool isEnd)
    {
        bool isTruth = fault is null or { Effect: Effect.Truth };
        IsEndTold |= place is Place.Status && isTruth && isEnd;
        IsResultTold |= place is Place.Result && isTruth && isEnd;
    }

    public Answer Submitted() => Answer.Json(
        "200 OK",
        $$"""{"request_id":"{{plan.Id}}","status":"QUEUED","status_url":"{{host}}/v2/requests/{{plan.Id}}/status","response_url":"{{host}}/v2/requests/{{plan.Id}}"}""");

    /// <summary>The status at the next poll.</summary>
    public (Answer Answer, bool IsEnd) Status()
    {
        bool isEnd = _polls++ >= plan.Pending;
        return plan.End switch
        {
            JobEnd.Completed when isEnd => (Answer.Json("200 OK", State("COMPLETED")), true),
            JobEnd.Failed when isEnd => (Answer.Json("422 Unprocessable Entity", State("FAILED")), true),
            JobEnd.Cancelled when isEnd => (Answer.Json("200 OK", State("CANCELLED")), true),
            _ => (Answer.Json("200 OK", State(_polls == 1 ? "QUEUED" : "PROCESSING")), false),
        };
    }

    public bool IsTimeToVanish => plan.End is JobEnd.Vanished && _polls >= plan.Pending;

    public Answer Result()
    {
        string size = plan.File.Length.ToString(CultureInfo.InvariantCulture);
        string url = plan.Shape is OutputShape.Relative ? FilePath : fileHost + FilePath;
        string media = $$"""{"url":"{{url}}","content_type":"video/mp4","file_size":{{size}}}""";
        string output = plan.Shape switch
        {
            OutputShape.Media => $"\"output\":\"{url}\",\"video\":{media}",
            OutputShape.List => $"\"output\":[\"{url}\"]",
            OutputShape.MediaList => $"\"output\":null,\"video\":[{media}]",
            OutputShape.Nested => $"\"output\":{{\"video\":{media}}}",
            OutputShape.Data => $"\"output\":\"data:video/mp4;base64,{Convert.ToBase64String(plan.File)}\"",
            _ => $"\"output\":{JsonSerializer.Serialize(url)}",
        };
        return Answer.Json("200 OK", $$"""{"request_id":"{{plan.Id}}","status":"COMPLETED","metrics":{"total_time":12.5,"cost":0.25},{{output}}}""");
    }

    /// <summary>The file, or the rest of it if the version is the one that was asked for.</summary>
    public Answer Download(RawRequest request)
    {
        const string Tag = "\"v1\"";
        string[] headers = ["Content-Type: video/mp4", "ETag: " + Tag];
        if (request.Header("Range") is not { } range || request.Header("If-Range") is not Tag)
        {
            return new Answer("200 OK", plan.File, headers);
        }

        int from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
        return from >= plan.File.Length
            ? new Answer("416 Range Not Satisfiable", [], $"Content-Range: bytes */{plan.File.Length}")
            : new Answer("206 Partial Content", plan.File[from..], [.. headers, $"Content-Range: bytes {from}-{plan.File.Length - 1}/{plan.File.Length}"]);
    }

    private string State(string state) => state is "FAILED" or "CANCELLED"
        ? $$"""{"request_id":"{{plan.Id}}","status":"{{state}}","error":"blocked {{plan.Id}}"}"""
        : $$"""{"request_id":"{{plan.Id}}","status":"{{state}}"}""";
}
