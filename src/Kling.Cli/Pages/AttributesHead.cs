using System.Text.RegularExpressions;

namespace Kling.Cli;

/// <summary>
/// Reads the part of the oldest pages before the attributes. It contains the code on one line and the response's type, which is often
/// that of another model; the name of the model is only in the URL.
/// </summary>
internal static partial class AttributesHead
{
    private const string Response = "RESPONSE";

    /// <summary>The host and the slug of the URL in the code, or <see langword="null"/> if there is none.</summary>
    public static (string Host, string Slug)? Url(IReadOnlyList<PageLine> lines) =>
        lines.Select(static line => Address().Match(line.Text)).FirstOrDefault(static match => match.Success) is { } found
            ? (found.Groups[1].Value, found.Groups[2].Value)
            : null;

    /// <summary>The line above the method, if there is one; otherwise the words of the slug.</summary>
    public static string Title(IReadOnlyList<PageLine> lines, string? slug) =>
        lines.FirstOrDefault(static line => line.Text.Length > 0) is { Text: { } text and not "POST" } && !Address().IsMatch(text)
            ? text
            : Slug.Words(slug ?? "model");

    /// <summary>What the page says about the response.</summary>
    public static IEnumerable<PageRemark> Remarks(IReadOnlyList<PageLine> lines) =>
        lines
            .SkipWhile(static line => line.Text != Response)
            .Skip(1)
            .Where(static line => line.Text.Length > 0)
            .Take(1)
            .Where(static line => line.Text.Contains('/'))
            .Select(static line => new PageRemark(
                line.Number,
                $"The page says that the response is {line.Text}, which is not reliable in this layout. Write \"x-output\"."
            ));

    [GeneratedRegex("https://([a-z0-9.-]+)/v[0-9]+/([A-Za-z0-9._-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
