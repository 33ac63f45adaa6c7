using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Constraint attributes as constraints. It is the same whether the symbol comes from source or from metadata.</summary>
internal static class ConstraintReader
{
    // A pattern that takes longer is left to the run time.
    private static readonly TimeSpan MostMatching = TimeSpan.FromMilliseconds(50);

    private static readonly HashSet<string> UrlNames = new(["url", "urls", "uri", "uris"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> MediaNames = new(
        ["image", "images", "video", "videos", "audio", "audios", "frame", "frames", "photo", "photos"],
        StringComparer.OrdinalIgnoreCase
    );

    public static SchemaConstraints Read(ISymbol symbol, KnownSymbols known)
    {
        ImmutableArray<SchemaConstraint> all = symbol
            .GetAttributes()
            .Where(known.IsAnnotation)
            .Select(Read)
            .OfType<SchemaConstraint>()
            .Concat(OfType((symbol as IPropertySymbol)?.Type ?? (symbol as IParameterSymbol)?.Type, symbol.ContainingType, known))
            .ToImmutableArray();
        all = all.Any(static constraint => constraint is FormatConstraint) ? all : all.AddRange(OfName(symbol, known));
        return all.IsEmpty ? SchemaConstraints.None : new SchemaConstraints(all);
    }

    /// <summary>What follows from the type itself, in what the generator made.</summary>
    private static IEnumerable<SchemaConstraint> OfType(ITypeSymbol? type, INamedTypeSymbol? owner, KnownSymbols known)
    {
        if (owner is null || !known.IsGenerated(owner))
        {
            yield break;
        }

        for (int depth = 0; type is not null; depth++)
        {
            if (Value(type) is { SpecialType: SpecialType.System_Double })
            {
                yield return new FiniteConstraint(depth);
            }

            if (type is INamedTypeSymbol union && known.IsUnion(union))
            {
                yield return new UnionConstraint(depth, union);
            }

            type = type is INamedTypeSymbol { Name: "KlingList" } ? ListReader.ItemType(type) : null;
        }
    }

    /// <summary>What follows from the name of a text, or of a list of texts.</summary>
    private static IEnumerable<SchemaConstraint> OfName(ISymbol symbol, KnownSymbols known)
    {
        ITypeSymbol? type = (symbol as IPropertySymbol)?.Type ?? (symbol as IParameterSymbol)?.Type;
        int depth = 0;
        for (; type is INamedTypeSymbol { Name: "KlingList" } list; depth++)
        {
            type = ListReader.ItemType(list);
        }

        string? name = symbol is IPropertySymbol property
            ? known.ShapeOf(property.ContainingType)?.NameOf(property)
            : known.ParameterOf(symbol) ?? (symbol is IParameterSymbol ? known.ParameterOf(symbol.ContainingSymbol) : null);
        if (type?.SpecialType is not SpecialType.System_String || name is null)
        {
            return [];
        }

        string word = name.Split('_').Last();
        return UrlNames.Contains(word) ? [new UrlNameConstraint(depth, MayBeContent: false)]
            : MediaNames.Contains(word) ? [new UrlNameConstraint(depth, MayBeContent: true)]
            : [];
    }

    private static ITypeSymbol Value(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static SchemaConstraint? Read(AttributeData attribute)
    {
        int depth = Named(attribute, "ItemDepth") as int? ?? 0;
        return (attribute.AttributeClass!.Name, Argument(attribute, 0), Argument(attribute, 1)) switch
        {
            ("SchemaRangeAttribute", double minimum, double maximum) => new RangeConstraint(
                depth,
                minimum,
                maximum,
                Named(attribute, "MinimumIsExclusive") is true,
                Named(attribute, "MaximumIsExclusive") is true
            ),
            ("SchemaMultipleOfAttribute", string step, null)
                when decimal.TryParse(step, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) && number > 0 =>
                new MultipleOfConstraint(depth, number),
            ("SchemaLengthAttribute", int minimum, int maximum) => new LengthConstraint(depth, minimum, maximum),
            ("SchemaPatternAttribute", string pattern, string regex) => Pattern(depth, pattern, regex),
            ("SchemaFormatAttribute", string format, null) => new FormatConstraint(depth, format),
            ("SchemaEnumAttribute", null, null) => new EnumConstraint(depth),
            ("SchemaItemCountAttribute", int minimum, int maximum) => new ItemCountConstraint(depth, minimum, maximum),
            ("SchemaUniqueItemsAttribute", null, null) => new UniqueItemsConstraint(depth),
            _ => null,
        };
    }

    private static PatternConstraint? Pattern(int depth, string pattern, string regex)
    {
        try
        {
            return new PatternConstraint(depth, pattern, new Regex(regex, RegexOptions.CultureInvariant, MostMatching));
        }
        catch (ArgumentException)
        {
            // The editor's framework may be older than the one that the pattern was written for.
            return null;
        }
    }

    private static object? Argument(AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length && attribute.ConstructorArguments[index].Kind is not TypedConstantKind.Array
            ? attribute.ConstructorArguments[index].Value
            : null;

    private static object? Named(AttributeData attribute, string name) =>
        attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
