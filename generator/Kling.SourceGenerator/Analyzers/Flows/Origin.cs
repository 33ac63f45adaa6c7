using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Which client a job, a result or a file comes from.</summary>
internal static class Origin
{
    // A file is of a result, which is of a job, which is of a client.
    private const int MostSteps = 16;

    /// <summary>The local that has the client whose connections a call uses.</summary>
    public static ILocalReferenceOperation? ClientOf(IInvocationOperation call, ClientSymbols client)
    {
        IOperation? value = call.Instance;
        for (int steps = 0; steps < MostSteps && value is not null; steps++)
        {
            switch (value)
            {
                case ILocalReferenceOperation local when Derives(local.Type, client.Client):
                    return local;
                case ILocalReferenceOperation { Local: { IsForEach: true } element }:
                    value = TaskFlow
                        .Root(value)
                        .Descendants()
                        .OfType<IForEachLoopOperation>()
                        .FirstOrDefault(loop => loop.Locals.Contains(element, SymbolEqualityComparer.Default))
                        ?.Collection;
                    break;
                case ILocalReferenceOperation { Local: var local }:
                    IOperation[] values =
                    [
                        .. TaskFlow
                            .Values(local, value)
                            .Where(static given => given is not { ConstantValue: { HasValue: true, Value: null } }),
                    ];
                    value = values.Length == 1 ? values[0] : null;
                    break;
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IAwaitOperation wait:
                    value = wait.Operation;
                    break;
                case IInvocationOperation step:
                    value = step.Instance;
                    break;
                case IPropertyReferenceOperation property:
                    value = property.Instance;
                    break;
                case IConditionalAccessInstanceOperation:
                    value = Accessed(value);
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What a conditional access is about.</summary>
    private static IOperation? Accessed(IOperation instance)
    {
        IOperation child = instance;
        while (child.Parent is { } parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }

            child = parent;
        }

        return null;
    }

    private static bool Derives(ITypeSymbol? type, INamedTypeSymbol client)
    {
        for (ITypeSymbol? self = type; self is not null; self = self.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(self, client))
            {
                return true;
            }
        }

        return false;
    }
}
