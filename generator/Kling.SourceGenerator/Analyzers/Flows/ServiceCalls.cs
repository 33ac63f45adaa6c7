using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>How a client is registered as a service, and what the calls on the builder of its HTTP client set.</summary>
internal static class ServiceCalls
{
    // Builders are chained, and can be put into locals between.
    private const int MostSteps = 16;

    /// <summary>Whether a method registers a service that does not live as long as the program.</summary>
    public static bool IsShortLived(IMethodSymbol method) =>
        MayRegister(method)
        && (method.Name.EndsWith("Transient", StringComparison.Ordinal) || method.Name.EndsWith("Scoped", StringComparison.Ordinal));

    /// <summary>Whether what a factory makes may depend on who uses it: it asks for a service that is not the framework's.</summary>
    public static bool DependsOnUser(IAnonymousFunctionOperation factory) =>
        factory
            .Body.Descendants()
            .OfType<IInvocationOperation>()
            .Any(static call =>
                call.TargetMethod is { Name: "GetRequiredService" or "GetService" or "GetRequiredKeyedService" or "GetKeyedService" } method
                && !(
                    method.TypeArguments is { Length: 1 } types
                    && types[0].ContainingNamespace?.ToDisplayString() is { } space
                    && space.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
                )
            );

    /// <summary>Whether a method may register or configure a client. Most calls are told apart by the name alone.</summary>
    public static bool MayRegister(IMethodSymbol method) =>
        method.Name
            is "ConfigureHttpClient"
                or "AddHttpClient"
                or "AddTransient"
                or "AddScoped"
                or "TryAddTransient"
                or "TryAddScoped"
                or "AddKeyedTransient"
                or "AddKeyedScoped"
                or "Transient"
                or "Scoped"
        && method.ContainingNamespace is { Name: "DependencyInjection" or "Extensions" };

    /// <summary>The call that registers the client whose HTTP client a call configures.</summary>
    public static IInvocationOperation? Registration(IInvocationOperation call, KnownSymbols known)
    {
        IOperation? step = call;
        for (int steps = 0; steps < MostSteps && step is not null; steps++)
        {
            switch (step)
            {
                case IInvocationOperation { TargetMethod: { Name: "AddKling" } method } registration
                    when known.UsesRuntime(method.ContainingAssembly):
                    return registration;
                case IInvocationOperation { TargetMethod: { Name: "AddHttpClient", TypeArguments: { Length: > 0 } types } } registration
                    when SymbolEqualityComparer.Default.Equals(types[types.Length - 1], known.Client?.Client):
                    return registration;
                case IInvocationOperation { TargetMethod: { Name: not "AddHttpClient" } } builder:
                    step = builder.Instance ?? builder.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0)?.Value;
                    break;
                case IConversionOperation conversion:
                    step = conversion.Operand;
                    break;
                case ILocalReferenceOperation local:
                    step = TaskFlow.InitialValue(local.Local, local);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What a lambda that a call is given sets a property of its argument to, if it does so once.</summary>
    public static IOperation? Setting(IInvocationOperation call, string type, string property)
    {
        ISimpleAssignmentOperation[] settings =
        [
            .. call
                .Arguments.Select(static argument => argument.Value)
                .OfType<IDelegateCreationOperation>()
                .SelectMany(static action => action.Target.Descendants())
                .OfType<ISimpleAssignmentOperation>()
                .Where(assignment =>
                    assignment.Target is IPropertyReferenceOperation
                    {
                        Property: { Name: var name, ContainingType.Name: var owner },
                        Instance: IParameterReferenceOperation
                    }
                    && name == property
                    && owner == type
                ),
        ];
        return settings.Length == 1 ? settings[0].Value : null;
    }
}
