using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The client, its options and its jobs as one compilation refers to them.</summary>
internal sealed class ClientSymbols
{
    private readonly INamedTypeSymbol _options;

    private ClientSymbols(INamedTypeSymbol client, INamedTypeSymbol job, INamedTypeSymbol options) =>
        (Client, Job, _options) = (client, job, options);

    public INamedTypeSymbol Client { get; }

    public INamedTypeSymbol Job { get; }

    /// <summary>The types, or <see langword="null"/> in a compilation that does not know them all.</summary>
    public static ClientSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Kling.KlingClient") is { } client
        && compilation.GetTypeByMetadataName("Kling.KlingJob") is { } job
        && compilation.GetTypeByMetadataName("Kling.KlingClientOptions") is { } options
            ? new ClientSymbols(client, job, options)
            : null;

    /// <summary>Whether a method is the client's <c>SubmitAsync</c>, in the client or in a type derived from it.</summary>
    public bool IsSubmit(IMethodSymbol method) => method.Name == "SubmitAsync" && IsDeclaredBy(method, Client);

    /// <summary>Whether a method belongs to the client or to a job.</summary>
    public bool IsClientOrJobMethod(IMethodSymbol method) => IsDeclaredBy(method, Client) || IsDeclaredBy(method, Job);

    /// <summary>Whether a property or a parameter takes the API key: of the client's options, or of its constructor.</summary>
    public bool IsApiKey(ISymbol target) => target switch
    {
        IPropertySymbol { Name: "ApiKey" } => SymbolEqualityComparer.Default.Equals(target.ContainingType, _options),
        IParameterSymbol { Name: "apiKey", ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => SymbolEqualityComparer.Default.Equals(target.ContainingType, Client),
        _ => false,
    };

    private static bool IsDeclaredBy(IMethodSymbol method, INamedTypeSymbol type)
    {
        IMethodSymbol first = method;
        while (first.OverriddenMethod is { } overridden)
        {
            first = overridden;
        }

        return SymbolEqualityComparer.Default.Equals(first.ContainingType, type);
    }
}
