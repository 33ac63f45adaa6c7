using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The client, its options and its jobs as one compilation refers to them.</summary>
internal sealed class ClientSymbols
{
    private static readonly string[] FileTypes = ["Kling.KlingFiles", "Kling.KlingMedia", "Kling.KlingAccount"];

    private readonly INamedTypeSymbol _options;
    private readonly INamedTypeSymbol[] _asynchronous;

    private ClientSymbols(INamedTypeSymbol client, INamedTypeSymbol job, INamedTypeSymbol options, IEnumerable<INamedTypeSymbol> files)
    {
        (Client, Job, _options) = (client, job, options);
        _asynchronous = [client, job, .. files];
    }

    public INamedTypeSymbol Client { get; }

    public INamedTypeSymbol Job { get; }

    /// <summary>The names of the client's options.</summary>
    public IEnumerable<string> Options =>
        _options
            .GetMembers()
            .OfType<IPropertySymbol>()
            .Where(static option => option.SetMethod is { DeclaredAccessibility: Accessibility.Public })
            .Select(static option => option.Name);

    /// <summary>The types, or <see langword="null"/> in a compilation that does not know them all.</summary>
    public static ClientSymbols? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Kling.KlingClient") is { } client
        && compilation.GetTypeByMetadataName("Kling.KlingJob") is { } job
        && compilation.GetTypeByMetadataName("Kling.KlingClientOptions") is { } options
            ? new ClientSymbols(client, job, options, FileTypes.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>())
            : null;

    /// <summary>
    /// What a call of the runtime is good for, or <see langword="null"/> if it is not one that can be dropped. Overrides in derived types
    /// count.
    /// </summary>
    public CallKind? KindOf(IMethodSymbol method) =>
        (
            method.Name switch
            {
                "SubmitAsync" => (CallKind?)CallKind.Submit,
                "RunAsync" => CallKind.Run,
                "RunManyAsync" or "WatchAsync" or "GetHistoryAsync" => CallKind.Sequence,
                "WaitForCompletionAsync" or "GetResultAsync" => CallKind.Wait,
                "UploadAsync" => CallKind.Upload,
                "SaveAsync" => CallKind.Save,
                _ => IsTask(method.ReturnType) ? CallKind.Other : null,
            }
        )
            is { } kind
        && IsDeclaredByAny(method)
            ? kind
            : null;

    /// <summary>Whether a method or a constructor is the client's own.</summary>
    public bool IsClients(IMethodSymbol? method) =>
        method is not null && SymbolEqualityComparer.Default.Equals(method.ContainingType, Client);

    /// <summary>Whether a method of the client, a job, its files or an upload gives a task.</summary>
    public bool IsAsynchronous(IMethodSymbol method) => IsTask(method.ReturnType) && IsDeclaredByAny(method);

    /// <summary>Whether a property or a parameter takes the API key: of the client's options, or of its constructor.</summary>
    public bool IsApiKey(ISymbol target) =>
        target switch
        {
            IPropertySymbol { Name: "ApiKey" } => SymbolEqualityComparer.Default.Equals(target.ContainingType, _options),
            IParameterSymbol { Name: "apiKey", ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } =>
                SymbolEqualityComparer.Default.Equals(target.ContainingType, Client),
            _ => false,
        };

    private static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask";

    private bool IsDeclaredByAny(IMethodSymbol method)
    {
        IMethodSymbol first = method;
        while (first.OverriddenMethod is { } overridden)
        {
            first = overridden;
        }

        return _asynchronous.Contains(first.ContainingType, SymbolEqualityComparer.Default);
    }
}
