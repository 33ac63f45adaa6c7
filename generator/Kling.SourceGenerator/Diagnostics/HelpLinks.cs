using System.Reflection;

namespace Kling.SourceGenerator.Diagnostics;

/// <summary>Links to the entries of ids, if the build knows where the repository is: <c>RepositoryUrl</c> in <c>Directory.Build.props</c>.</summary>
internal static class HelpLinks
{
    private static readonly string? Repository = typeof(HelpLinks)
        .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(static metadata => metadata.Key == "RepositoryUrl")
        ?.Value;

    /// <summary>The link to an id's entry, or null if the repository has no URL.</summary>
    public static string? For(string id) => For(id, Repository);

    // The page has one heading per id, so the anchor is the id in lower case.
#pragma warning disable CA1308 // An anchor is lower case by definition.
    public static string? For(string id, string? repository) =>
        repository is null ? null : $"{repository.TrimEnd('/')}/blob/main/generator/DIAGNOSTICS.md#{id.ToLowerInvariant()}";
#pragma warning restore CA1308
}
