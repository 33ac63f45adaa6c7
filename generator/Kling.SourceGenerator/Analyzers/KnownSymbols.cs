using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The runtime's types in one compilation, and what has been read off symbols so far. Safe to use from several threads.</summary>
internal sealed class KnownSymbols
{
    private const string AnnotationsNamespace = "Annotations";

    private readonly ConcurrentDictionary<ISymbol, SchemaConstraints> _constraints = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, RecordShape?> _shapes = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _concerned = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol[] _users;
    private readonly Lazy<IReadOnlyDictionary<string, INamedTypeSymbol>> _models;
    private readonly Lazy<IReadOnlyDictionary<string, INamedTypeSymbol>> _referencedModels;
    private readonly IAssemblySymbol _runtime;
    private readonly Func<ISymbol, SchemaConstraints> _read;
    private readonly Func<INamedTypeSymbol, RecordShape?> _shape;
    private readonly Func<INamedTypeSymbol, bool> _concern;

    private KnownSymbols(Compilation compilation, IAssemblySymbol runtime)
    {
        Compilation = compilation;
        _runtime = runtime;
        _read = symbol => ConstraintReader.Read(symbol, this);
        _models = new(() => ModelsOf(References.Prepend(compilation.Assembly)));
        _referencedModels = new(() => ModelsOf(References));
        _shape = type => RecordShape.Of(type, this);
        _users =
        [
            .. compilation
                .SourceModule.ReferencedAssemblySymbols.Append(compilation.Assembly)
                .Where(assembly =>
                    SymbolEqualityComparer.Default.Equals(assembly, runtime)
                    || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == runtime.Name))
                ),
        ];
        _concern = CanConcern;
        Client = ClientSymbols.Of(compilation);
        Copies = new Copies(compilation);
    }

    public Compilation Compilation { get; }

    /// <summary>The runtime, and the referenced assemblies that use it.</summary>
    public IEnumerable<IAssemblySymbol> References => Compilation.SourceModule.ReferencedAssemblySymbols.Where(UsesRuntime);

    /// <summary>The request types of this compilation and of all that it references, by slug.</summary>
    public IReadOnlyDictionary<string, INamedTypeSymbol> Models => _models.Value;

    /// <summary>The request types of the referenced assemblies, by slug.</summary>
    public IReadOnlyDictionary<string, INamedTypeSymbol> ReferencedModels => _referencedModels.Value;

    /// <summary>The client's types.</summary>
    public ClientSymbols? Client { get; }

    /// <summary>The copies that the project's own code makes of records.</summary>
    public Copies Copies { get; }

    /// <summary>
    /// The runtime's types, or <see langword="null"/> if the compilation does not use the runtime: then no analyzer has anything to do.
    /// </summary>
    public static KnownSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Kling.Annotations.SchemaRangeAttribute") is { } range
            ? new(compilation, range.ContainingAssembly)
            : null;

    /// <summary>
    /// Whether any code can use the runtime. It cannot where no file names it, as nothing of it comes in without its namespace, and
    /// no other assembly passes it on.
    /// </summary>
    public bool IsUsed() =>
        References.Any(reference => !IsRuntime(reference))
        || Compilation.SyntaxTrees.Any(static file => FileNames.Of(file).NamesRuntime);

    /// <summary>
    /// Whether a rule can apply to a type's members. Most calls and assignments of a project are told apart by this
    /// alone, so it must cost next to nothing.
    /// </summary>
    public bool Concerns(INamedTypeSymbol? type) =>
        type is not null && UsesRuntime(type.ContainingAssembly) && _concerned.GetOrAdd(type.OriginalDefinition, _concern);

    /// <summary>The constraints that a property or a parameter carries; empty for any other symbol.</summary>
    public SchemaConstraints ConstraintsOf(ISymbol symbol) => _constraints.GetOrAdd(symbol, _read);

    /// <summary>The shape of a record that the generator made, or <see langword="null"/> for any other type.</summary>
    public RecordShape? ShapeOf(ITypeSymbol? type) => type is INamedTypeSymbol named ? _shapes.GetOrAdd(named, _shape) : null;

    /// <summary>Whether a type is the interface of all requests, or a sequence of those: what takes it cannot complete a request.</summary>
    public bool TakesRequests(ITypeSymbol type) =>
        type switch
        {
            { Name: "IKlingRequest" } => IsRuntime(type),
            IArrayTypeSymbol array => TakesRequests(array.ElementType),
            INamedTypeSymbol { TypeArguments.Length: 1 } sequence => TakesRequests(sequence.TypeArguments[0]),
            _ => false,
        };

    /// <summary>Whether a client is constructed that has connections of its own, and closes them.</summary>
    public bool HasOwnConnections(IObjectCreationOperation creation) =>
        Client?.IsClients(creation.Constructor) is true
        && creation.Arguments.All(static argument => argument.Parameter?.Type.Name != "HttpClient");

    /// <summary>Whether the generator made a type: a record, a builder, a union.</summary>
    public bool IsGenerated(INamedTypeSymbol type) =>
        type.BaseType is { Name: "KlingRecord" or "KlingBuilder" or "KlingUnion" } made && IsRuntime(made);

    /// <summary>Whether a type is a generated union.</summary>
    public bool IsUnion(INamedTypeSymbol type) => type.BaseType is { Name: "KlingUnion" } union && IsRuntime(union);

    /// <summary>
    /// The parameter of the operator that makes a union of a value of a type. There is none if another case has the same type in JSON: the
    /// server takes what one of them allows.
    /// </summary>
    public IParameterSymbol? CaseOf(INamedTypeSymbol union, ITypeSymbol type)
    {
        IParameterSymbol[] cases =
        [
            .. union
                .GetMembers(WellKnownMemberNames.ImplicitConversionName)
                .OfType<IMethodSymbol>()
                .Where(static method => method.Parameters.Length == 1)
                .Select(static method => method.Parameters[0]),
        ];
        IParameterSymbol[] wider = [.. cases.Where(option => Compilation.HasImplicitConversion(type, option.Type))];
        IParameterSymbol? chosen =
            cases.FirstOrDefault(option => SymbolEqualityComparer.Default.Equals(option.Type, type))
            ?? (wider.Length == 1 ? wider[0] : null);
        return
            chosen is not null
            && cases.All(option => ReferenceEquals(option, chosen) || (Kind(option.Type) is { } kind && kind != Kind(chosen.Type)))
            ? chosen
            : null;

        static string? Kind(ITypeSymbol type) =>
            type switch
            {
                { SpecialType: SpecialType.System_String } or { Name: "Uri" } => "string",
                { SpecialType: SpecialType.System_Boolean } => "boolean",
                { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double } => "number",
                { Name: "KlingList" } => "array",
                { BaseType.Name: "KlingRecord" } => "object",
                _ => null,
            };
    }

    /// <summary>The shape of the record that a member of the runtime's <c>KlingRecord</c> belongs to.</summary>
    public RecordShape? RecordOf(INamedTypeSymbol type) =>
        type is { Name: "KlingRecord", TypeArguments: { Length: 1 } records } && IsRuntime(type) && records[0] is INamedTypeSymbol record
            ? ShapeOf(record)
            : null;

    /// <summary>The wire name of the parameter that a builder's method or a method's parameter assigns.</summary>
    public string? ParameterOf(ISymbol symbol) =>
        Annotations(symbol.OriginalDefinition, "SchemaParameterAttribute").Select(static texts => texts[0]).FirstOrDefault();

    /// <summary>What a message calls a property or a parameter: a builder's <c>value</c> by what it assigns.</summary>
    public string NameOf(ISymbol symbol) =>
        (symbol is IParameterSymbol parameter ? ParameterOf(parameter) ?? ParameterOf(parameter.ContainingSymbol) : null) ?? symbol.Name;

    /// <summary>The texts of each attribute of a kind.</summary>
    public IEnumerable<string[]> Annotations(ISymbol symbol, string attributeName) =>
        symbol
            .GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == attributeName && IsAnnotation(attribute))
            .Select(static attribute =>
                attribute.ConstructorArguments.Select(static argument => argument.Value as string).OfType<string>().ToArray()
            )
            .Where(static texts => texts.Length > 0);

    /// <summary>The shape of the request that a builder builds, or <see langword="null"/> if the type is not a builder.</summary>
    public RecordShape? RequestOf(INamedTypeSymbol? builder) =>
        BuilderBase(builder)?.TypeArguments[1] is INamedTypeSymbol request ? ShapeOf(request) : null;

    /// <summary>The runtime's <c>KlingBuilder</c>: the type itself, or what a generated builder derives from.</summary>
    private INamedTypeSymbol? BuilderBase(INamedTypeSymbol? builder) =>
        builder is null ? null
        : builder is { Name: "KlingBuilder", Arity: 2 } && IsRuntime(builder) ? builder
        : builder.BaseType is { Name: "KlingBuilder", Arity: 2 } type && IsRuntime(type) ? type
        : null;

    /// <summary>Whether a method's parameter assigns one that the schema calls deprecated.</summary>
    public bool IsDeprecated(IParameterSymbol parameter) =>
        parameter
            .OriginalDefinition.GetAttributes()
            .Any(attribute =>
                attribute.NamedArguments.Any(static named => named.Key == "IsDeprecated" && named.Value.Value is true)
                && IsAnnotation(attribute)
            );

    /// <summary>What the compiler itself says of a symbol's use, or <see langword="null"/> if it does not warn of it.</summary>
    public static string? Obsolete(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Where(static attribute => attribute.AttributeClass?.Name == nameof(ObsoleteAttribute))
            .Select(static attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "")
            .FirstOrDefault();

    /// <summary>Whether an attribute is one of the runtime's annotations.</summary>
    public bool IsAnnotation(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace.Name: AnnotationsNamespace } type && IsRuntime(type);

    /// <summary>Whether a symbol is the runtime's own.</summary>
    public bool IsRuntime(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol as IAssemblySymbol ?? symbol.ContainingAssembly, _runtime);

    /// <summary>Whether an assembly can have generated models in it: most symbols of a project are told apart by this alone.</summary>
    public bool UsesRuntime(IAssemblySymbol? assembly)
    {
        // One compilation has one symbol for each assembly.
        foreach (IAssemblySymbol user in _users)
        {
            if (ReferenceEquals(user, assembly))
            {
                return true;
            }
        }

        return false;
    }

    private Dictionary<string, INamedTypeSymbol> ModelsOf(IEnumerable<IAssemblySymbol> assemblies)
    {
        var models = new Dictionary<string, INamedTypeSymbol>(StringComparer.Ordinal);
        foreach (AttributeData attribute in assemblies.SelectMany(static assembly => assembly.GetAttributes()))
        {
            if (
                attribute.AttributeClass?.Name == "SchemaModelAttribute"
                && IsAnnotation(attribute)
                && attribute.ConstructorArguments.Length == 2
                && attribute.ConstructorArguments[0].Value is string slug
                && attribute.ConstructorArguments[1].Value is INamedTypeSymbol type
                && !models.ContainsKey(slug)
            )
            {
                models.Add(slug, type);
            }
        }

        return models;
    }

    /// <summary>
    /// Of the types of an assembly that uses the runtime, any in metadata; where the source is at hand, one that derives from the runtime's
    /// or has annotations.
    /// </summary>
    private bool CanConcern(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? self = type; self is not null; self = self.BaseType)
        {
            if (IsRuntime(self))
            {
                return true;
            }
        }

        return type.DeclaringSyntaxReferences.IsEmpty
            || type.DeclaringSyntaxReferences.Any(static reference => RuntimeMentions.HasAnnotations(reference.GetSyntax()));
    }
}
