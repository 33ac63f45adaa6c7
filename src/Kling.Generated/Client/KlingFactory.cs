using System.Text.Json;

namespace Kling;

/// <summary>Creates jobs, results and files for tests of your own code. Nothing is sent.</summary>
public static class KlingFactory
{
    /// <summary>Creates a completed job.</summary>
    /// <param name="result">Its result, which also contains the ids of the job and its model.</param>
    /// <param name="model">The model, or <see langword="null"/> as for a job from a token.</param>
    /// <param name="submittedAt">When it was submitted.</param>
    /// <returns>The job. A wait for it ends at once.</returns>
    public static KlingJob Job(KlingResult result, KlingModel? model = null, DateTimeOffset submittedAt = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new GivenJob(Identity(result.RequestId, result.Slug, model, submittedAt), result, error: null);
    }

    /// <summary>Creates a job whose waits throw an exception.</summary>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="slug">The model's name in the API's URLs.</param>
    /// <param name="error">
    /// The exception that its waits throw. With a <see cref="KlingJobFailedException"/> its status is <see cref="KlingJobStatus.Failed"/>,
    /// otherwise
    /// <see cref="KlingJobStatus.Processing"/>.
    /// </param>
    /// <param name="model">The model, or <see langword="null"/> as for a job from a token.</param>
    /// <param name="submittedAt">When it was submitted.</param>
    /// <returns>The job. A wait for it ends at once.</returns>
    public static KlingJob Job(
        string requestId,
        string slug,
        KlingException error,
        KlingModel? model = null,
        DateTimeOffset submittedAt = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        ArgumentException.ThrowIfNullOrEmpty(slug);
        ArgumentNullException.ThrowIfNull(error);
        return new GivenJob(Identity(requestId, slug, model, submittedAt), result: null, error);
    }

    /// <summary>Creates the result of a completed job.</summary>
    /// <param name="requestId">The id of the job.</param>
    /// <param name="slug">The model's name in the API's URLs.</param>
    /// <param name="outputs">The output files of the job; <see langword="null"/> for none.</param>
    /// <param name="output">The text of <see cref="KlingResult.Output"/>; <see langword="null"/> for the URL of the first file.</param>
    /// <param name="metrics">The cost and duration of the job; <see langword="null"/> if unknown.</param>
    /// <returns>The result. Its <see cref="KlingResult.Json"/> has the id, the status and the output.</returns>
    public static KlingResult Result(
        string requestId,
        string slug,
        IEnumerable<KlingMedia>? outputs = null,
        string? output = null,
        KlingMetrics? metrics = null
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(requestId);
        ArgumentException.ThrowIfNullOrEmpty(slug);
        KlingMedia[] files = [.. outputs ?? []];
        string? text = output ?? files.FirstOrDefault()?.Url.OriginalString;
        return new KlingResult
        {
            RequestId = requestId,
            Slug = slug,
            Outputs = files,
            Output = text,
            Metrics = metrics,
            Json = Json(requestId, text),
        };
    }

    /// <summary>An output file.</summary>
    /// <param name="url">The URL of the file. It is not requested.</param>
    /// <param name="content">The content of the file. The default is an empty file.</param>
    /// <param name="kind">The kind of the file; <see langword="null"/> for a video.</param>
    /// <param name="contentType">The media type, or <see langword="null"/>.</param>
    /// <param name="fileName">The server's name for the file, or <see langword="null"/>.</param>
    /// <returns>The file.</returns>
    public static KlingMedia Media(
        Uri url,
        ReadOnlyMemory<byte> content = default,
        KlingOutputKind? kind = null,
        string? contentType = null,
        string? fileName = null
    ) =>
        new GivenMedia(url, content)
        {
            Kind = kind ?? KlingOutputKind.Video,
            ContentType = contentType,
            FileName = fileName,
            FileSize = content.Length,
        };

    private static JobIdentity Identity(string requestId, string slug, KlingModel? model, DateTimeOffset submittedAt) =>
        new(requestId, slug, submittedAt)
        {
            Model = model,
            TypicalDuration = model?.TypicalDuration,
            Output = model?.Output ?? KlingOutputKind.Video,
        };

    private static JsonElement Json(string requestId, string? output)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("request_id", requestId);
            writer.WriteString("status", "COMPLETED");
            writer.WriteString("output", output);
            writer.WriteEndObject();
        }

        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }
}
