using System.Diagnostics.CodeAnalysis;
using System.Drawing;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace Kling;

/// <summary>The parameters of a model that mean what an option of an image generator means.</summary>
[Experimental("MEAI001")]
internal sealed class ImageParameters(KlingModel model)
{
    // The names that vendors use. A parameter must have the right type, too.
    private static readonly string[] Prompt = ["prompt"];
    private static readonly string[] Count = ["num_images", "n", "num_outputs", "number_of_images", "samples"];
    private static readonly string[] Format = ["output_format", "image_format", "format"];
    private static readonly string[] Size = ["size", "image_size"];
    private static readonly string[] Ratio = ["aspect_ratio"];
    private static readonly string[] OneImage = ["image_url", "image", "input_image_url", "input_image", "init_image"];
    private static readonly string[] Images = ["image_urls", "images", "input_image_urls", "input_images"];

    private JsonObject _body = [];

    /// <summary>The request body.</summary>
    public JsonElement ToJson() => ArgumentJson.Of([new("body", _body)]).GetProperty("body");

    /// <summary>Adds everything but the original images, and refuses what the model cannot honor.</summary>
    /// <returns>The form of the response.</returns>
    public ImageGenerationResponseFormat? Map(ImageGenerationRequest request, ImageGenerationOptions? options, IImageGenerator generator)
    {
        if (options is not null)
        {
            AddBase(options, generator);
            AddCount(options.Count);
            AddSize(options.ImageSize);
            AddFormat(options.MediaType);
            Require(
                options.ModelId is null || options.ModelId == model.Slug,
                $"is not the model '{options.ModelId}'. Create a generator of that model"
            );
            Require(options.StreamingCount is null or 0, "sends no intermediate images (StreamingCount)");
            Require(
                options.ResponseFormat is not ImageGenerationResponseFormat.Hosted,
                "has no hosted files (ResponseFormat). Use Uri or Data"
            );
        }

        if (request.Prompt is { } prompt)
        {
            _body[Find(Prompt, "string")?.Name ?? throw Refused("has no parameter for a prompt")] = prompt;
        }

        return options?.ResponseFormat;
    }

    /// <summary>Adds the original images by their URLs. Those without one are uploaded.</summary>
    public async Task AddOriginalsAsync(IEnumerable<AIContent>? originals, KlingFiles files, CancellationToken cancellationToken)
    {
        AIContent[] contents = [.. originals ?? []];
        if (contents.Length == 0)
        {
            return;
        }

        KlingParameter? list = Images
            .Select(Parameter)
            .FirstOrDefault(static found => found is { Type: "array", Items.Type: "string" or null });
        KlingParameter? single = Find(OneImage, "string");
        Require(list is not null || single is not null, "has no parameter for original images");
        Require(list is not null || contents.Length == 1, $"takes one original image, not {contents.Length}");
        Require(
            contents.All(static content => content is UriContent or DataContent),
            $"takes original images as {nameof(UriContent)} or {nameof(DataContent)}"
        );

        var urls = new List<JsonNode>();
        foreach (AIContent content in contents)
        {
            urls.Add(await UrlAsync(content, files, cancellationToken).ConfigureAwait(false));
        }

        bool isSingle = list is null || (single is not null && urls.Count == 1);
        _body[isSingle ? single!.Name : list!.Name] = isSingle ? urls[0] : new JsonArray([.. urls]);
    }

    private static async Task<string> UrlAsync(AIContent content, KlingFiles files, CancellationToken cancellationToken)
    {
        if (content is UriContent { Uri: var url })
        {
            return url.OriginalString;
        }

        var data = (DataContent)content;
        using var stream = new MemoryStream(data.Data.ToArray(), writable: false);
        Uri uploaded = await files.UploadAsync(stream, data.MediaType, progress: null, cancellationToken).ConfigureAwait(false);
        return uploaded.OriginalString;
    }

    private void AddBase(ImageGenerationOptions options, IImageGenerator generator)
    {
        switch (options.RawRepresentationFactory?.Invoke(generator))
        {
            case null:
                break;
            case IKlingRequest request when request.Model.Slug == model.Slug:
                _body = JsonNode.Parse(request.ToJson())!.AsObject();
                break;
            default:
                throw Refused("needs a request of its own from RawRepresentationFactory");
        }

        if (options.AdditionalProperties is { } more)
        {
            foreach (JsonProperty parameter in ArgumentJson.Of(more).EnumerateObject())
            {
                _body[parameter.Name] = JsonNode.Parse(parameter.Value.GetRawText());
            }
        }
    }

    private void AddCount(int? count)
    {
        if (count is not { } number)
        {
            return;
        }

        if (Find(Count, "integer") is { } parameter)
        {
            _body[parameter.Name] = number;
        }
        else
        {
            Require(number == 1, $"makes one image per job, not {number.ToString(CultureInfo.InvariantCulture)} (Count)");
        }
    }

    private void AddSize(Size? size)
    {
        if (size is not { } wanted)
        {
            return;
        }

        Require(wanted is { Width: > 0, Height: > 0 }, "needs a width and a height of 1 or more (ImageSize)");
        if (Find(["width"], "integer") is { } width && Find(["height"], "integer") is { } height)
        {
            _body[width.Name] = wanted.Width;
            _body[height.Name] = wanted.Height;
            return;
        }

        if (Find(Size, "string") is { } sizes && Texts(sizes).FirstOrDefault(text => IsSize(text, wanted)) is { } exact)
        {
            _body[sizes.Name] = exact;
            return;
        }

        KlingParameter ratios = Find(Ratio, "string") ?? throw Refused("has no parameter for a size (ImageSize)");
        _body[ratios.Name] =
            Texts(ratios).FirstOrDefault(text => IsRatio(text, wanted))
            ?? throw Refused(
                $"has no size of {wanted.Width} x {wanted.Height} (ImageSize). The aspect ratios are {string.Join(", ", Texts(ratios))}"
            );
    }

    private void AddFormat(string? mediaType)
    {
        if (mediaType is null)
        {
            return;
        }

        KlingParameter formats = Find(Format, "string") ?? throw Refused("has no parameter for a file format (MediaType)");
        _body[formats.Name] =
            Texts(formats).FirstOrDefault(text => ImageMediaType.IsOf(text, mediaType))
            ?? throw Refused($"does not write '{mediaType}' (MediaType). The formats are {string.Join(", ", Texts(formats))}");
    }

    private static bool IsSize(string text, Size size) =>
        text.Split('x', '*', '×') is [var width, var height] && Number(width) == size.Width && Number(height) == size.Height;

    private static bool IsRatio(string text, Size size) =>
        text.Split(':') is [var width, var height]
        && Number(width) is { } w and > 0
        && Number(height) is { } h and > 0
        && (long)w * size.Height == (long)h * size.Width;

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static IEnumerable<string> Texts(KlingParameter parameter) =>
        parameter.AllowedValues.Where(static value => value.ValueKind is JsonValueKind.String).Select(static value => value.GetString()!);

    private KlingParameter? Parameter(string name) => model.Parameters.FirstOrDefault(parameter => parameter.Name == name);

    private KlingParameter? Find(string[] names, string type) => names.Select(Parameter).FirstOrDefault(found => found?.Type == type);

    private void Require(bool holds, string problem)
    {
        if (!holds)
        {
            throw Refused(problem);
        }
    }

    private NotSupportedException Refused(string problem) => new($"The model '{model.Slug}' {problem}. Nothing was sent.");
}
