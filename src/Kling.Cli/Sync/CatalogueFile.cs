using System.Text.Json;

namespace Kling.Cli;

/// <summary>
/// The catalogue: a list of models in an object. Where the list has another name than Segmind's, and where there is only a list, that is a
/// remark.
/// </summary>
internal sealed class CatalogueFile
{
    private const string ListName = "Inference Segmind Model Information List With Details";

    private readonly CatalogueText _text;
    private readonly Dictionary<string, List<JsonElement>> _items = new(StringComparer.Ordinal);
    private readonly List<PageRemark> _remarks = [];

    private CatalogueFile(CatalogueText text) => _text = text;

    /// <summary>What the file or the URL is called in messages.</summary>
    public string Name => _text.Name;

    /// <summary>The slugs, in the catalogue's order.</summary>
    public IEnumerable<string> Slugs => _items.Keys;

    /// <summary>What is not as expected in the catalogue as a whole.</summary>
    public IReadOnlyList<PageRemark> Remarks => _remarks;

    /// <summary>Reads the catalogue.</summary>
    /// <exception cref="CliFailure">It contains no list of models.</exception>
    public static CatalogueFile Read(CatalogueText text)
    {
        var file = new CatalogueFile(text);
        JsonElement list = file.List();
        JsonElement[] unnamed = [.. list.EnumerateArray().Where(static item => SlugOf(item) is null)];
        if (unnamed.Length > 0)
        {
            string count = unnamed.Length == 1 ? "1 item has" : FormattableString.Invariant($"{unnamed.Length} items have");
            file.Remark(unnamed[0], $"{count} no slug, from this line on. They are ignored.");
        }

        foreach (JsonElement item in list.EnumerateArray())
        {
            if (SlugOf(item) is { } slug && !file._items.TryAdd(slug, [item]))
            {
                file._items[slug].Add(item);
            }
        }

        return file;
    }

    /// <summary>
    /// The model of a slug; <see langword="null"/> if the catalogue does not list it, or lists it twice with different contents.
    /// </summary>
    public CatalogueEntry? Find(string slug) =>
        _items.TryGetValue(slug, out List<JsonElement>? items) && IsUnique(items) ? CatalogueEntry.Read(slug, items[0], _text) : null;

    /// <summary>What to say about a slug that <see cref="Find"/> does not find.</summary>
    public string Missing(string slug) =>
        _items.TryGetValue(slug, out List<JsonElement>? items)
            ? FormattableString.Invariant($"the catalogue lists '{slug}' {items.Count} times with different contents, so it is not used")
            : $"the catalogue does not list '{slug}'";

    private static bool IsUnique(List<JsonElement> items) => items.Skip(1).All(item => JsonValues.AreEqual(items[0], item));

    private static string? SlugOf(JsonElement item) =>
        CatalogueMembers
            .Of(item)
            .Where(static member => member.Name == "slug")
            .Select(static member => CatalogueMembers.Text(member.Value))
            .ToArray()
            is [{ Length: > 0 } slug]
            ? slug
            : null;

    private JsonElement List()
    {
        JsonElement root = _text.Root;
        if (IsList(root))
        {
            Remark(root, $"The catalogue is a list. It is read as the list '{ListName}'.");
            return root;
        }

        (string Name, JsonElement Value)[] lists = [.. CatalogueMembers.Of(root).Where(static member => IsList(member.Value))];
        (string name, JsonElement list) = lists.OrderBy(static member => member.Name == ListName ? 0 : 1).FirstOrDefault();
        if (name is null)
        {
            string[] names = [.. CatalogueMembers.Of(root).Select(static member => $"'{member.Name}'").Take(5)];
            throw new CliFailure(
                ExitCodes.Usage,
                $"{Name} is not a catalogue: it contains no list of models with a 'slug' each, such as '{ListName}'"
                    + (names.Length == 0 ? "" : $". It contains {string.Join(", ", names)}")
            );
        }

        if (name != ListName)
        {
            Remark(list, $"The catalogue has no list '{ListName}'. The list '{name}' is read instead.");
        }

        return list;
    }

    private static bool IsList(JsonElement json) =>
        json.ValueKind is JsonValueKind.Array && json.EnumerateArray().Any(static item => SlugOf(item) is not null);

    private void Remark(JsonElement value, string text) => _remarks.Add(new PageRemark(_text.Line(value), text));
}
