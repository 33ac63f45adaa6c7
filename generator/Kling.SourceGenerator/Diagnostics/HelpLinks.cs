namespace Kling.SourceGenerator.Diagnostics;

internal static class HelpLinks
{
    // The page has one heading per id, so the anchor is the id in lower case.
#pragma warning disable CA1308 // An anchor is lower case by definition.
    public static string For(string id) =>
        "https://github.com/kling-generated/kling-generated/blob/main/generator/DIAGNOSTICS.md#" + id.ToLowerInvariant();
#pragma warning restore CA1308
}
