using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// By which names code that does not name the runtime can get its types from other assemblies: a library of clients or models, and all that
/// refer to it.
/// </summary>
internal static class PassedOn
{
    /// <param name="known">The runtime's types in a compilation.</param>
    /// <param name="withRuntime">Whether the runtime's own namespaces are open without being named.</param>
    public static IEnumerable<string> Names(KnownSymbols known, bool withRuntime) =>
        Assemblies(known)
            .Where(assembly => withRuntime || !known.IsRuntime(assembly))
            .SelectMany(assembly =>
                Types(assembly.GlobalNamespace)
                    .Where(type => type.DeclaredAccessibility is Accessibility.Public || assembly.GivesAccessTo(known.Compilation.Assembly))
            )
            .SelectMany(static type => type.MightContainExtensionMethods ? Members(type).Prepend(type.Name) : [type.Name])
            .Where(static name => !RuntimeMentions.In(name));

    private static List<IAssemblySymbol> Assemblies(KnownSymbols known)
    {
        var found = new List<IAssemblySymbol>(known.References);
        if (!found.Exists(assembly => !known.IsRuntime(assembly)))
        {
            return found;
        }

        var others = new List<IAssemblySymbol>(known.Compilation.SourceModule.ReferencedAssemblySymbols);
        others.RemoveAll(found.Contains);
        var names = new HashSet<string>(found.Select(static assembly => assembly.Name), StringComparer.OrdinalIgnoreCase);
        while (others.FindAll(RefersToFound) is { Count: > 0 } more)
        {
            others.RemoveAll(more.Contains);
            found.AddRange(more);
            names.UnionWith(more.Select(static assembly => assembly.Name));
        }

        return found;

        bool RefersToFound(IAssemblySymbol assembly) =>
            assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => names.Contains(reference.Name)));
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space) =>
        space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Types));

    /// <summary>The members of a class and of the extensions that are grouped in it.</summary>
    private static IEnumerable<string> Members(INamedTypeSymbol type) =>
        type.GetMembers()
            .Concat(
                type.GetTypeMembers()
                    .Where(static group => !group.CanBeReferencedByName)
                    .SelectMany(static group => group.GetMembers())
            )
            .Where(static member => member.CanBeReferencedByName)
            .Select(static member => member.Name);
}
