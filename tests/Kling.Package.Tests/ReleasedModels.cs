using Kling.Cli;
using Microsoft.CodeAnalysis;

namespace Kling.Package.Tests;

/// <summary>
/// The shipped models as they were last released: their schema files, and the types that the generator made of them. Both are written anew
/// at a release, and not for what is added between two.
/// </summary>
internal static class ReleasedModels
{
    public const string Folder = "PublicApi/ReleasedModels";

    public const string Listing = "PublicApi/ReleasedModels.approved.txt";

    public const string Variable = "KLING_RELEASE";

    private const string Required = "required ";

    private static readonly string Schemas = Path.Combine(Checkout.Root, "schemas");

    private static bool IsRelease => Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>What changed for code that uses the types, by the rules of <c>kling breaking</c>.</summary>
    public static IReadOnlyList<string> BreakingChanges(IReadOnlyList<ComparedSchema> released, IReadOnlyList<ComparedSchema> current) =>
        [.. SchemaChanges.Between(released, current).Where(static change => change.Rule is { Class: ChangeClass.Source, IsBreaking: true }).Select(static change => change.Message)];

    /// <summary>The schema files of the last release; the current ones take their place where the environment variable <see cref="Variable"/> is 1.</summary>
    public static IReadOnlyList<ComparedSchema> LastSchemas()
    {
        string folder = Path.Combine(Checkout.Tests, Folder);
        if (IsRelease)
        {
            Directory.Delete(folder, recursive: true);
            _ = Directory.CreateDirectory(folder);
            foreach (string file in Files(Schemas))
            {
                File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }

        return Read(folder);
    }

    public static IReadOnlyList<ComparedSchema> CurrentSchemas() => Read(Schemas);

    /// <summary>The listing of the last release; the current one takes its place where the environment variable <see cref="Variable"/> is 1.</summary>
    public static string LastListing(string current)
    {
        string path = Path.Combine(Checkout.Tests, Listing);
        if (IsRelease)
        {
            File.WriteAllText(path, current);
        }

        return File.ReadAllText(path).ReplaceLineEndings("\n");
    }

    /// <summary>The listing of generated types: a name, then its values, parameters or arguments in their order, one to a line and indented.</summary>
    public static string List(IEnumerable<INamedTypeSymbol> types) => string.Concat(types.SelectMany(Describe));

    /// <summary>The types and methods of the release that do not begin as they did. What schema files may add comes after it.</summary>
    public static IReadOnlyList<string> Missing(string released, string current)
    {
        string[] blocks = Blocks(current);
        return [.. Blocks(released).Where(before => !blocks.Any(after => after.StartsWith(before, StringComparison.Ordinal)))];
    }

    private static IReadOnlyList<ComparedSchema> Read(string folder) =>
        [.. Files(folder).Select(static file => ComparedSchema.Read(Path.GetFileName(file), File.ReadAllText(file)))];

    private static IEnumerable<string> Files(string folder) => Directory.GetFiles(folder, "*.json")
        .Where(static file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Describe(INamedTypeSymbol type)
    {
        IEnumerable<string> own = type.TypeKind is TypeKind.Enum
            ? type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).Select(static field => $"{field.Name} = {field.ConstantValue}")
            : type.GetMembers().OfType<IPropertySymbol>().Where(IsParameter).Select(static property => $"{(property.IsRequired ? Required : "")}{property.Type.ToDisplayString()} {property.Name}");
        yield return Block(type.ToDisplayString(), own);
        foreach ((IMethodSymbol method, int overload) in type.GetMembers().OfType<IMethodSymbol>()
            .Where(static method => method.Name is "CreateBuilder" || method.Name.StartsWith("Add", StringComparison.Ordinal))
            .GroupBy(static method => method.Name)
            .SelectMany(static overloads => overloads.Select(static (method, index) => (method, index + 1))))
        {
            yield return Block($"{type.ToDisplayString()}.{method.Name}/{overload}", method.Parameters.Select(static parameter => $"{(parameter.IsOptional ? "" : Required)}{parameter.Type.ToDisplayString()} {parameter.Name}"));
        }
    }

    private static bool IsParameter(IPropertySymbol property) => property.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "JsonPropertyNameAttribute");

    private static string Block(string name, IEnumerable<string> entries) => $"{name}\n{string.Concat(entries.Select(static entry => $"  {entry}\n"))}";

    /// <summary>A name with the indented lines after it.</summary>
    private static string[] Blocks(string listing) =>
        [.. listing.Replace("\n  ", "\r  ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static block => block + "\r")];
}
