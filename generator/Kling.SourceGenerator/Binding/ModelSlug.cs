using System.Globalization;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding;

/// <summary>A model's name in the API's URLs, and what decides it.</summary>
/// <param name="Text">The name.</param>
/// <param name="Span">The location of the slug in the schema file; the start of the file if the file does not contain it.</param>
internal sealed record ModelSlug(string Text, TextSpan Span)
{
    /// <summary>A request must fit into a URL, and a file of that name into any file system.</summary>
    private const int MaxLength = 100;

    /// <summary>
    /// The slug of a schema file: the item's metadata, else <c>x-slug</c>, else the file name. One that cannot be a segment of a path is an
    /// error: a request would go to another address.
    /// </summary>
    /// <returns>The slug, or <see langword="null"/> after the report.</returns>
    public static ModelSlug? Of(JsonNode root, SchemaFile file, SchemaFindings findings)
    {
        (ModelSlug slug, string advice) =
            file.Options.Slug is { } item ? (new ModelSlug(item, default), "Correct KlingSlug on its item")
            : Annotation.Text(root, "x-slug", findings) is { } own ? (new ModelSlug(own, root["x-slug"]!.Span), "Correct it")
            : (new ModelSlug(SchemaFileName.Slug(file.Path), default), "Rename the file, or set \"x-slug\"");
        if (Problem(slug.Text) is not { } problem)
        {
            return slug;
        }

        findings.Report(SchemaDiagnostics.SlugIsNotUsable, slug.Span, JsonPrinter.Excerpt(slug.Text), problem, advice);
        return null;
    }

    private static string? Problem(string slug)
    {
        if (slug.Length is 0 or > MaxLength)
        {
            return slug.Length == 0
                ? "it is empty"
                : FormattableString.Invariant($"it has {slug.Length} characters, and at most {MaxLength} are allowed");
        }

        if (slug is "." or "..")
        {
            return "it means a folder";
        }

        int index = 0;
        while (index < slug.Length && IsAllowed(slug[index]))
        {
            index++;
        }

        return index < slug.Length ? $"it contains {Name(slug[index])}"
            : PlainText.HasLoneSurrogate(slug) ? "it contains half of a surrogate pair"
            : null;
    }

    private static bool IsAllowed(char c) =>
        c is not ('/' or '\\' or '?' or '#' or '%' or '\uFFFD')
        && !char.IsWhiteSpace(c)
        && !char.IsControl(c)
        && char.GetUnicodeCategory(c) is not UnicodeCategory.Format;

    private static string Name(char c) =>
        c is ' ' ? "a space"
        : c is > ' ' and <= '~' ? $"'{c}'"
        : "U+" + ((int)c).ToString("X4", CultureInfo.InvariantCulture);
}
