using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kling.Tests.Models;

/// <summary>The request that a model's page shows, which is what people copy. The pages lie beside the checkout and are no part of it.</summary>
internal static partial class SamplePage
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Shipped.RepositoryRoot, "..", "shared", "pages"));

    /// <summary>The Python dictionary <c>payload</c> of the page, as JSON; the test is skipped where there is no page.</summary>
    public static JsonObject Payload(string slug)
    {
        string path = Path.Combine(Folder, slug + ".txt");
        Assert.SkipUnless(
            File.Exists(path),
            $"The page of {slug} is not at {path}. It belongs to the maintainers' workspace and is not needed to work on the project.");

        string[] lines = [.. File.ReadLines(path)
            .Select(static line => LineNumber().Replace(line, ""))
            .SkipWhile(static line => !line.StartsWith("payload = {", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(static line => line != "}")
            .Select(Json)];
        Assert.NotEmpty(lines);
        return JsonNode.Parse($"{{{string.Concat(lines)}}}", documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true })!.AsObject();
    }

    private static string Json(string line) => Constant().Replace(line, static match => match.Groups["value"].Value switch
    {
        "True" => ": true",
        "False" => ": false",
        _ => ": null",
    });

    [GeneratedRegex(@"^\s*\d+\s*")]
    private static partial Regex LineNumber();

    // The names stand in quotes, so what follows the last colon and is no string is Python's own.
    [GeneratedRegex(@"(?<=^""[^""]*"")\s*:\s*(?<value>True|False|None)(?=\s*,?\s*$)")]
    private static partial Regex Constant();
}
