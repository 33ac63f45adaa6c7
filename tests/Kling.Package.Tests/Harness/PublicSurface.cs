using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.Package.Tests;

/// <summary>What a packaged assembly shows to its users, as the compiler reads it.</summary>
internal sealed class PublicSurface
{
    private static readonly SymbolDisplayFormat Format = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeConstantValue
            | SymbolDisplayMemberOptions.IncludeExplicitInterface | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeParameters
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeType,
        SymbolDisplayDelegateStyle.NameAndSignature,
        SymbolDisplayExtensionMethodStyle.StaticMethod,
        SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeExtensionThis | SymbolDisplayParameterOptions.IncludeModifiers
            | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeType,
        SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        SymbolDisplayLocalOptions.None,
        SymbolDisplayKindOptions.IncludeTypeKeyword,
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    // The tests have assemblies of the checkout too: of two with one identity the compiler would take one.
    private static readonly MetadataReference[] Framework = [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(static path => !Path.GetFileName(path).StartsWith("kling", StringComparison.OrdinalIgnoreCase))
        .Select(static path => MetadataReference.CreateFromFile(path))];

    private readonly INamedTypeSymbol[] _types;

    /// <param name="assembly">The assembly.</param>
    /// <param name="references">Others of the same packages that it refers to.</param>
    public PublicSurface(byte[] assembly, params IEnumerable<byte[]> references)
    {
        PortableExecutableReference own = MetadataReference.CreateFromImage(assembly);
        var compilation = CSharpCompilation.Create("surface", [], [own, .. references.Select(static image => MetadataReference.CreateFromImage(image)), .. Framework]);
        _types = [.. Types(((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(own)!).GlobalNamespace)
            .OrderBy(static type => type.ToDisplayString(), StringComparer.Ordinal)];
    }

    /// <summary>The types that somebody wrote, one line for each of their members.</summary>
    public string Written => string.Concat(_types.Where(static type => !IsGenerated(type)).Select(Describe));

    /// <summary>The types that the generator wrote.</summary>
    public IEnumerable<INamedTypeSymbol> Generated => _types.Where(IsGenerated);

    private static string Describe(INamedTypeSymbol type)
    {
        string[] bases = [.. new[] { type.BaseType }.Concat(type.Interfaces)
            .Where(static parent => parent is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum or SpecialType.System_MulticastDelegate) })
            .Select(static parent => parent!.ToDisplayString(Format).Replace("class ", "", StringComparison.Ordinal).Replace("interface ", "", StringComparison.Ordinal))];
        IEnumerable<string> members = type.GetMembers()
            .Where(static member => IsVisible(member) && member is not INamedTypeSymbol and not IMethodSymbol { AssociatedSymbol: not null } && !member.Name.StartsWith('<'))
            .Select(static member => "  " + member.ToDisplayString(Format) + "\n")
            .Order(StringComparer.Ordinal);
        string modifiers = type switch
        {
            { TypeKind: not TypeKind.Class } => "",
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        return $"{modifiers}{type.ToDisplayString(Format)}{(bases.Length == 0 ? "" : " : " + string.Join(", ", bases))}\n{string.Concat(members)}";
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol parent) => parent.GetMembers().SelectMany(static member => member switch
    {
        INamespaceSymbol space => Types(space),
        INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
        _ => [],
    });

    private static bool IsVisible(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal;

    private static bool IsGenerated(INamedTypeSymbol type) => (type.ContainingType ?? type).GetAttributes()
        .Any(static attribute => attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && attribute.ConstructorArguments[0].Value is "Kling.SourceGenerator");
}
