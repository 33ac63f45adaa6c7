using Microsoft.CodeAnalysis;

namespace Kling.Completion;

/// <summary>What the generated code says of itself: the attributes of its types, members and parameters.</summary>
internal static class Generated
{
    /// <summary>A property's name in the JSON, or <see langword="null"/>.</summary>
    public static string? WireName(IPropertySymbol property) =>
        Text(property, "JsonPropertyNameAttribute", "System.Text.Json.Serialization");

    /// <summary>Which parameter of the model a builder's method, or a method's parameter, assigns.</summary>
    public static string? Parameter(ISymbol symbol) => Text(symbol, "SchemaParameterAttribute");

    /// <summary>A record's parameters, in the schema's order.</summary>
    public static IEnumerable<IPropertySymbol> Properties(ITypeSymbol record) =>
        record.GetMembers().OfType<IPropertySymbol>().Where(static property => WireName(property) is not null);

    /// <summary>The request that a builder builds, or <see langword="null"/>.</summary>
    public static INamedTypeSymbol? Request(INamedTypeSymbol type) =>
        type.BaseType is { Name: "KlingBuilder", TypeArguments.Length: 2 } builder ? builder.TypeArguments[1] as INamedTypeSymbol : null;

    /// <summary>The record that a builder's method makes of loose values, or <see langword="null"/>.</summary>
    public static INamedTypeSymbol? AddedRecord(IMethodSymbol method) =>
        Request(method.ContainingType) is { } request
        && Parameter(method) is { } name
        && Properties(request).FirstOrDefault(property => WireName(property) == name)?.Type
            is INamedTypeSymbol { TypeArguments.Length: 1 } list
            ? list.TypeArguments[0] as INamedTypeSymbol
            : null;

    /// <summary>The models of an assembly: slug and request type.</summary>
    public static IEnumerable<(string Slug, INamedTypeSymbol Request)> Models(IAssemblySymbol assembly) =>
        Attributes(assembly, "SchemaModelAttribute")
            .Select(static attribute => (Slug: Argument<string>(attribute, 0), Request: Argument<INamedTypeSymbol>(attribute, 1)))
            .Where(static model => model is { Slug: not null, Request: not null })
            .Select(static model => (model.Slug!, model.Request!));

    /// <summary>The values of an enum as a JSON array, in the order of its members; <see langword="null"/> for any other type.</summary>
    public static string? EnumValues(ITypeSymbol type) => Text(type, "SchemaEnumValuesAttribute");

    /// <summary>The attributes of a name, in order.</summary>
    public static IEnumerable<AttributeData> Attributes(ISymbol symbol, string name, string @namespace = "Kling.Annotations") =>
        symbol
            .GetAttributes()
            .Where(attribute =>
                attribute.AttributeClass is { } type && type.Name == name && type.ContainingNamespace.ToDisplayString() == @namespace
            );

    /// <summary>What an attribute is given, if it is of that type.</summary>
    public static T? Argument<T>(AttributeData attribute, int index)
        where T : class => index < attribute.ConstructorArguments.Length ? attribute.ConstructorArguments[index].Value as T : null;

    private static string? Text(ISymbol symbol, string name, string @namespace = "Kling.Annotations") =>
        Attributes(symbol, name, @namespace).FirstOrDefault() is { } attribute ? Argument<string>(attribute, 0) : null;
}
