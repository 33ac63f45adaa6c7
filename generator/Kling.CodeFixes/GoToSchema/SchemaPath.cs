using System.Collections.Immutable;
using System.Globalization;
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
            IPropertySymbol property when Attribute(property, "JsonPropertyNameAttribute") is { } name => Below(
                property.ContainingType,
                new SchemaStep("properties", name)
            ),
            IMethodSymbol method
                when Attribute(method, "SchemaParameterAttribute") is { } name && Request(method.ContainingType) is { } request => Below(
                request,
                new SchemaStep("properties", name)
            ),
            IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member
                when Attribute(member.ContainingType, "SchemaEnumValuesAttribute") is not null => Below(
                member.ContainingType,
                new SchemaStep("enum", Number(member).ToString(CultureInfo.InvariantCulture))
            ),
            IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => Below(constructor.ContainingType),
            INamedTypeSymbol type => Below(type),
            _ => null,
        };

    private static SchemaPath? Below(INamedTypeSymbol type, params SchemaStep[] last)
    {
        foreach (AttributeData attribute in type.ContainingAssembly?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty)
        {
            if (
                attribute is { AttributeClass.Name: "SchemaModelAttribute", ConstructorArguments.Length: 2 }
                && attribute.ConstructorArguments[0].Value is string slug
                && attribute.ConstructorArguments[1].Value is INamedTypeSymbol request
                && Way(request, type, []) is { } way
            )
            {
                return new SchemaPath(slug, [.. way, .. last]);
            }
        }

        return null;
    }

    /// <summary>The steps from a record to a type that one of its parameters holds.</summary>
    private static IReadOnlyList<SchemaStep>? Way(INamedTypeSymbol from, INamedTypeSymbol to, IReadOnlyList<INamedTypeSymbol> above)
    {
        if (SymbolEqualityComparer.Default.Equals(from, to) || SymbolEqualityComparer.Default.Equals(Request(to), from))
        {
            return [];
        }

        if (above.Contains(from, SymbolEqualityComparer.Default))
        {
            return null;
        }

        foreach (IPropertySymbol property in from.GetMembers().OfType<IPropertySymbol>())
        {
            if (Attribute(property, "JsonPropertyNameAttribute") is { } name)
            {
                List<SchemaStep> steps = [new SchemaStep("properties", name)];
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
        }

        return null;
    }

    /// <summary>The request that a builder builds.</summary>
    private static INamedTypeSymbol? Request(INamedTypeSymbol builder) =>
        builder.BaseType is { Name: "KlingBuilder", TypeArguments.Length: 2 } type ? type.TypeArguments[1] as INamedTypeSymbol : null;

    private static int Number(IFieldSymbol member) => member.ContainingType.GetMembers().OfType<IFieldSymbol>().ToList().IndexOf(member);

    private static string? Attribute(ISymbol symbol, string name) =>
        symbol
            .GetAttributes()
            .FirstOrDefault(attribute => attribute.AttributeClass?.Name == name && attribute.ConstructorArguments.Length == 1)
            ?.ConstructorArguments[0]
            .Value as string;
}
