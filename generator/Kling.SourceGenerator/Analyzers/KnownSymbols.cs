using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The runtime's types in one compilation, and what has been read off symbols so far. Safe for use by many threads.</summary>
internal sealed class KnownSymbols
{
    private const string Annotations = "Kling.Annotations.";

    private readonly ConcurrentDictionary<ISymbol, SchemaConstraints> _constraints = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, bool> _users = new(SymbolEqualityComparer.Default);
    private readonly IAssemblySymbol _runtime;
    private readonly Func<ISymbol, SchemaConstraints> _read;
    private readonly Func<IAssemblySymbol, bool> _uses;

    private KnownSymbols(Compilation compilation, IAssemblySymbol runtime)
    {
        Compilation = compilation;
        _runtime = runtime;
        _read = symbol => ConstraintReader.Read(symbol, this);
        _uses = assembly => SymbolEqualityComparer.Default.Equals(assembly, runtime)
            || assembly.Modules.Any(module => module.ReferencedAssemblies.Contains(runtime.Identity));
        JsonObject = compilation.GetTypeByMetadataName("Kling.KlingJsonObject");
    }

    public Compilation Compilation { get; }

    /// <summary>The type of <c>AdditionalParameters</c>.</summary>
    public INamedTypeSymbol? JsonObject { get; }

    /// <summary>The runtime's types, or <see langword="null"/> if the compilation does not use the runtime: then no analyzer has anything to do.</summary>
    public static KnownSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName(Annotations + "SchemaRangeAttribute") is { } range ? new(compilation, range.ContainingAssembly) : null;

    /// <summary>The constraints that a property or a parameter carries; empty for any other symbol.</summary>
    public SchemaConstraints ConstraintsOf(ISymbol symbol) =>
        MayCarry(symbol) ? _constraints.GetOrAdd(symbol, _read) : SchemaConstraints.None;

    /// <summary>Whether an attribute is one of the runtime's annotations.</summary>
    public bool IsAnnotation(AttributeData attribute) =>
        attribute.AttributeClass is { ContainingNamespace.Name: nameof(Annotations) } type && IsRuntime(type);

    /// <summary>Whether a symbol is the runtime's own.</summary>
    public bool IsRuntime(ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, _runtime);

    /// <summary>Whether an assembly can have generated models in it: most symbols of a project are told apart by this alone.</summary>
    public bool UsesRuntime(IAssemblySymbol assembly) => _users.GetOrAdd(assembly, _uses);

    private bool MayCarry(ISymbol symbol) => symbol.ContainingAssembly is { } assembly && UsesRuntime(assembly);
}
