using System.Reflection;
using Kling.SourceGenerator.Tests;
using Newtonsoft.Json;
using NJsonSchema;

namespace Kling.Benchmarks.Generator;

/// <summary>The real schema files: the shipped ones, and those of other hands where they stand beside the checkout.</summary>
internal static class SchemaCorpus
{
    public static string RepositoryRoot { get; } = typeof(SchemaCorpus).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Every file as <c>family/name.json</c>; the shipped ones first.</summary>
    public static IReadOnlyList<InMemoryFile> Files { get; } =
    [
        .. Read(Path.Combine(RepositoryRoot, "schemas"), static path => "shipped/" + Path.GetFileName(path)),
        .. Read(StressFolder, static path => Path.GetRelativePath(StressFolder, path).Replace('\\', '/')),
    ];

    /// <summary>The files that NJsonSchema can parse too: it refuses references to other files, and booleans for schemas.</summary>
    public static IReadOnlyList<InMemoryFile> FilesOfBoth => Parsable.Value;

    /// <summary>The largest of the shipped schemas, and the one whose requests are measured.</summary>
    public static InMemoryFile Kling3Pro => Named("shipped/kling-3-pro-image2video.json");

    // Not before it is asked for: the cold start of NJsonSchema is measured too.
    private static readonly Lazy<IReadOnlyList<InMemoryFile>> Parsable = new(static () => [.. Files.Where(static file => CanNJsonSchemaParse(file.Text!))]);

    private static string StressFolder => Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "stress-schemas"));

    public static InMemoryFile Named(string name) => Files.Single(file => file.Path == name);

    /// <summary>As many files as asked for: the real ones in turn, each copy under a slug of its own.</summary>
    public static IReadOnlyList<InMemoryFile> Copies(int count) =>
        [.. Enumerable.Range(0, count).Select(static i => Copy(Files[i % Files.Count], i))];

    private static bool CanNJsonSchemaParse(string schema)
    {
        try
        {
            _ = JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
            return true;
        }
        catch (Exception e) when (e is NotSupportedException or JsonException)
        {
            return false;
        }
    }

    private static InMemoryFile Copy(InMemoryFile file, int number) =>
        file with { Path = $"schemas/{file.Path.Replace('/', '-').Replace(".json", "", StringComparison.Ordinal)}-copy{number}.json" };

    private static IEnumerable<InMemoryFile> Read(string folder, Func<string, string> name) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Where(static path => !path.EndsWith(".schema.json", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new InMemoryFile(name(path), File.ReadAllText(path)))
        : [];
}
