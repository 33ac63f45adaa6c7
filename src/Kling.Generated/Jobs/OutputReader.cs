using System.Text.Json;

namespace Kling;

/// <summary>
/// Finds the files in the body of a finished job, in whatever shape a model gives them: a URL, a media object, lists of both, or an object
/// of those.
/// </summary>
internal sealed class OutputReader(JobIdentity job, Uri source, MediaDownloader downloader)
{
    private readonly List<KlingMedia> _files = [];
    private readonly HashSet<string> _urls = new(StringComparer.Ordinal);

    /// <summary>The files, each once. Values that are not files are ignored.</summary>
    public static IReadOnlyList<KlingMedia> Read(JsonElement json, JobIdentity job, Uri source, MediaDownloader downloader)
    {
        var reader = new OutputReader(job, source, downloader);
        reader.AddMembers(json, isOutput: false);

        // A single URL there is the one file, which its media object describes better.
        if (OutputBody.Read(json) is { } output && (reader._files.Count == 0 || output.ValueKind is not JsonValueKind.String))
        {
            reader.Add(output, kind: null);
        }

        return reader._files;
    }

    private void Add(JsonElement json, KlingOutputKind? kind)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                AddFile(json.AsText(), default, kind);
                break;

            case JsonValueKind.Array:
                foreach (JsonElement item in json.EnumerateArray())
                {
                    Add(item, kind);
                }

                break;

            case JsonValueKind.Object when OutputBody.Url(json) is { } url:
                AddFile(url, json, kind);
                break;

            case JsonValueKind.Object:
                AddMembers(json, isOutput: true);
                break;
        }
    }

    private void AddMembers(JsonElement json, bool isOutput)
    {
        foreach ((JsonElement value, KlingOutputKind kind) in OutputBody.ReadFiles(json))
        {
            // Beside the output, a text may be the parameter of that name, as a result repeats some.
            if (isOutput || kind is KlingOutputKind.Video || value.ValueKind is not JsonValueKind.String)
            {
                Add(value, kind);
            }
        }
    }

    private void AddFile(string? text, JsonElement description, KlingOutputKind? kind)
    {
        bool isDescribed = description.ValueKind is JsonValueKind.Object;
        DataUrl? data = text is null ? null : DataUrl.Parse(text);
        if (text is null || (data?.ToUri() ?? ReadUrl(text)) is not { } url)
        {
            return;
        }

        string? contentType = OutputBody.ContentType(description) ?? data?.ContentType;
        kind ??= MediaKind.OfType(contentType) ?? KindOf(text);

        // A text that is a URL is still a text.
        if (!isDescribed && kind is KlingOutputKind.Text or KlingOutputKind.Json)
        {
            return;
        }

        if (_urls.Add(data?.Text ?? url.OriginalString))
        {
            _files.Add(
                new KlingMedia(url, job.RequestId, downloader)
                {
                    Kind = kind.Value,
                    ContentType = contentType,
                    FileName = OutputBody.FileName(description),
                    FileSize = OutputBody.FileSize(description),
                    LastFrameUrl = OutputBody.LastFrameUrl(description) is { } frame ? ReadUrl(frame) : null,
                    Data = data,
                }
            );
        }
    }

    private KlingOutputKind KindOf(string url) =>
        job.Output is KlingOutputKind.Image or KlingOutputKind.Audio ? job.Output : MediaKind.OfEnding(url) ?? job.Output;

    /// <summary>A URL, absolute or relative; a relative one must look like one, because an output may be a text.</summary>
    private Uri? ReadUrl(string text)
    {
        bool isUrl =
            HttpUrl.Read(text) is not null
            || (
                !text.Any(char.IsWhiteSpace)
                && (
                    text.StartsWith('/')
                    || text.StartsWith("./", StringComparison.Ordinal)
                    || text.StartsWith("../", StringComparison.Ordinal)
                    || MediaKind.OfEnding(text) is not null
                )
            );
        return isUrl && MediaUrl.TryRead(text, source, out Uri? url) ? url : null;
    }
}
