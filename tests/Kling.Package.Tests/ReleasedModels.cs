using Microsoft.CodeAnalysis;

namespace Kling.Package.Tests;

/// <summary>
/// The types of the shipped models as they were last released: each followed by its values, parameters or arguments in
/// their order. It is written anew at a release, and not for what is added between two.
/// </summary>
internal static class ReleasedModels
{
    public const string File = "PublicApi/ReleasedModels.approved.txt";

    public const string Variable = "KLING_RELEASE";

    private const string Required = "required ";

    /// <summary>The listing of the last release; the current one takes its place where the environment variable <see cref="Variable"/> is 1.</summary>
    public static string LastRelease(string current)
    {
        string path = Path.Combine(Checkout.Tests, File);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            System.IO.File.WriteAllText(path, current);
        }

        return System.IO.File.ReadAllText(path).ReplaceLineEndings("\n");
    }

    /// <summary>The listing of generated types: a name, then its entries, one to a line and indented.</summary>
    public static string List(IEnumerable<INamedTypeSymbol> types) => string.Concat(types.SelectMany(Describe));

    /// <summary>What users of one listing would miss in another.</summary>
    public static IReadOnlyList<string> Breaks(string released, string current)
    {
        Dictionary<string, string[]> now = Read(current);
        return [.. Read(released).SelectMany(before => now.TryGetValue(before.Key, out string[]? entries)
            ? Breaks(before.Key, before.Value, entries)
            : [$"{before.Key} is gone."])];
    }

    private static IEnumerable<string> Breaks(string name, string[] released, string[] current)
    {
        for (int i = 0; i < released.Length; i++)
        {
            if (i >= current.Length || current[i] != released[i])
            {
                yield return $"{name} has no '{released[i]}' in place {i + 1}.";
            }
        }

        foreach (string added in current.Skip(released.Length).Where(static entry => entry.StartsWith(Required, StringComparison.Ordinal)))
        {
            yield return $"{name} now needs '{added}'.";
        }
    }

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

    private static Dictionary<string, string[]> Read(string listing) => listing
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Aggregate(new List<List<string>>(), static (blocks, line) =>
        {
            if (!line.StartsWith(' '))
            {
                blocks.Add([]);
            }

            blocks[^1].Add(line.Trim());
            return blocks;
        })
        .ToDictionary(static block => block[0], static block => block[1..].ToArray());
}
