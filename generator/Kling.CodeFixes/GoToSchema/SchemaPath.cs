using Kling.Completion;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;

namespace Kling.CodeFixes.GoToSchema;

/// <summary>Where a generated symbol comes from: the model, and the way down in its schema.</summary>
internal sealed class SchemaPath
{
    /// <summary>The step from a list to its items.</summary>
    public static readonly SchemaStep Items = new("items", "");

    private SchemaPath(string slug, IReadOnlyList<SchemaStep> steps)
    {
        Slug = slug;
        Steps = steps;
    }

    public string Slug { get; }

    public IReadOnlyList<SchemaStep> Steps { get; }

    /// <summary>
    /// The place of a property, a builder's method, a member of an enum or a type; <see langword="null"/> for everything else.
    /// </summary>
    public static SchemaPath? Of(ISymbol symbol) =>
        symbol switch
        {
            IPropertySymbol property when Generated.WireName(property) is { } name => Below(
                property.ContainingType,
                new SchemaStep("properties", name)
            ),
            IMethodSymbol method
                when Generated.Parameter(method) is { } name && Generated.Request(method.ContainingType) is { } request => Below(
                request,
                new SchemaStep("properties", name)
            ),
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member when EnumMembers.ValueOf(member) is { } value => Below(
                member.ContainingType,
                new SchemaStep("enum", JsonPrinter.Print(value))
            ),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => Below(constructor.ContainingType),
            INamedTypeSymbol type => Below(type),
            _ => null,
        };

    private static SchemaPath? Below(INamedTypeSymbol type, params SchemaStep[] last)
    {
        // A type that the code names and that does not exist has no assembly.
        foreach ((string slug, INamedTypeSymbol request) in type.ContainingAssembly is { } assembly ? Generated.Models(assembly) : [])
        {
            if (Way(request, type, []) is { } way)
            {
                return new SchemaPath(slug, [.. way, .. last]);
            }
        }

        return null;
    }

    /// <summary>The steps from a record to a type that one of its parameters holds.</summary>
    private static IReadOnlyList<SchemaStep>? Way(INamedTypeSymbol from, INamedTypeSymbol to, IReadOnlyList<INamedTypeSymbol> above)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to) || SymbolEqualityComparer.Default.Equals(Generated.Request(to), from))
        {
            return [];
        }

        if (above.Contains(from, SymbolEqualityComparer.Default))
        {
            return null;
        }

        foreach (IPropertySymbol property in Generated.Properties(from))
        {
            List<SchemaStep> steps = [new SchemaStep("properties", Generated.WireName(property)!)];
            ITypeSymbol held = property.Type;
            while (held is INamedTypeSymbol { TypeArguments.Length: 1 } outer)
            {
                if (outer.Name == "KlingList")
                {
                    steps.Add(Items);
                }

                held = outer.TypeArguments[0];
            }

            if (held is INamedTypeSymbol type && Way(type, to, [.. above, from]) is { } way)
            {
                return [.. steps, .. way];
            }
        }

        return null;
    }
}
