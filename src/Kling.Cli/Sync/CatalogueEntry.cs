using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// What the catalogue says about a model. Certain are the slug, the title, the description, the type, whether it is retired, and the names
/// of its parameters. What it says about a parameter is known from one reader of the catalogue only.
/// </summary>
internal sealed partial record CatalogueEntry
{
    private const string Retired = "is_depreciated";

    /// <summary>The line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>The model's name in the API's URLs.</summary>
    public required string Slug { get; init; }

    /// <summary>The model's name, or <see langword="null"/>.</summary>
    public string? Title { get; init; }

    /// <summary>What the model does; empty if the catalogue does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>What the model returns, or <see langword="null"/> if the catalogue's word for it is not understood.</summary>
    public KlingOutputKind? Output { get; init; }

    /// <summary>Whether the model is retired, or <see langword="null"/> if the catalogue does not say.</summary>
    public bool? IsRetired { get; init; }

    /// <summary>The parameters, in the catalogue's order; <see langword="null"/> if it lists none.</summary>
    public IReadOnlyList<PageParameter>? Parameters { get; init; }

    /// <summary>The parameters that affect the price.</summary>
    public IReadOnlyList<string> PriceParameters { get; init; } = [];

    /// <summary>The parameters that Segmind's own pages do not show.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];

    /// <summary>What is not as expected.</summary>
    public required IReadOnlyList<PageRemark> Remarks { get; init; }

    /// <summary>Reads an item of the catalogue.</summary>
    public static CatalogueEntry Read(string slug, JsonElement item, CatalogueText text)
    {
        List<PageRemark> remarks = [];
        var members = new CatalogueMembers(item, Remark);
        var parameters = new CatalogueParameters(text, remarks);
        IReadOnlyList<PageParameter>? read = members.Stated("parameters") is { } stated ? parameters.Read(stated) : null;
        return new CatalogueEntry
        {
            Line = text.Line(item),
            Slug = slug,
            Title = members.Text("title") is { Length: > 0 } title ? title : null,
            Description = members.Text("description") ?? "",
            Output = Kind(members, Remark),
            IsRetired = members.Flag(Retired),
            Parameters = read,
            PriceParameters = parameters.Priced,
            Hidden = parameters.Hidden,
            Remarks = remarks,
        };

        void Remark(JsonElement value, string message) => remarks.Add(new PageRemark(text.Line(value), message));
    }

    /// <summary>The kind of output: <c>textToVideo</c>, <c>imageTOImage</c>.</summary>
    private static KlingOutputKind? Kind(CatalogueMembers members, Action<JsonElement, string> remark)
    {
        if (members.Text("type") is not { } type)
        {
            return null;
        }

        if (FromTo().Match(type) is { Success: true } match)
        {
            return Enum.Parse<KlingOutputKind>(match.Groups["to"].Value, ignoreCase: true);
        }

        remark(members.Stated("type")!.Value, $"The type \"{type}\" is not understood, so nothing is known about the output.");
        return null;
    }

    [GeneratedRegex("^(text|image|video|audio)to(?<to>text|image|video|audio)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FromTo();
}
