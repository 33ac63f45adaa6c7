using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING213: a client with connections of its own that is constructed again and again: in a loop, for each web request, or each time it is
/// injected.
/// </summary>
internal static class ClientLifetimeRule
{
    private const string Injected = "each time it is injected";

    public static void CheckCreation(IObjectCreationOperation creation, OperationAnalysisContext context, KnownSymbols known)
    {
        if (!known.HasOwnConnections(creation))
        {
            return;
        }

        string? reason =
            IsKeptForRequest(creation, context.ContainingSymbol) ? "for each request"
            : IsMadeByFactory(creation) ? Injected
            : !IsUsedUp(creation) ? null
            : WebPlace.IsPerRequest(creation, context.ContainingSymbol) ? "for each request"
            : Repetition.Contains(creation) ? "in each pass of the loop"
            : null;
        if (reason is not null && !QuietPlace.IsInTest(creation))
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ClientIsMadeOften, creation.Syntax.GetLocation(), reason));
        }
    }

    /// <summary>A client that each user of a service gets one of: <c>services.AddTransient&lt;KlingClient&gt;()</c>.</summary>
    public static void CheckRegistration(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            ServiceCalls.IsShortLived(call.TargetMethod)
            && SymbolEqualityComparer.Default.Equals(Implementation(call), known.Client?.Client)
            && call.Arguments.All(static argument => argument.Value is not IDelegateCreationOperation)
            && !QuietPlace.IsInTest(call)
        )
        {
            SyntaxNode place = (call.Syntax as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax access
                ? access.Name
                : call.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ClientIsMadeOften, place.GetLocation(), Injected));
        }
    }

    /// <summary>The type that a service is an object of, given as a type argument or as a value.</summary>
    private static ITypeSymbol? Implementation(IInvocationOperation call) =>
        call.TargetMethod.TypeArguments.LastOrDefault()
        ?? call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().LastOrDefault()?.TypeOperand;

    /// <summary>Whether a client is not kept: it is used in place, or goes to a local that it does not leave.</summary>
    private static bool IsUsedUp(IOperation creation) =>
        creation.Parent switch
        {
            IConversionOperation or IParenthesizedOperation => IsUsedUp(creation.Parent),
            IInvocationOperation call => call.Instance == creation,
            IPropertyReferenceOperation { Parent: IInvocationOperation } property => property.Instance == creation,
            IUsingOperation => true,
            IVariableInitializerOperation => TaskFlow.LocalOf(creation) is { } local
                && (
                    TaskFlow.IsDisposed(local)
                    || TaskFlow
                        .Reads(local, creation)
                        .All(static use =>
                            use.Parent is IInvocationOperation call ? call.Instance == use
                            : use.Parent is IPropertyReferenceOperation property && property.Instance == use
                        )
                ),
            _ => false,
        };

    /// <summary>Whether a client goes to a member of an object that is constructed for each request.</summary>
    private static bool IsKeptForRequest(IOperation creation, ISymbol member)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation conversion)
        {
            value = conversion;
        }

        bool isMember = value.Parent switch
        {
            IFieldInitializerOperation or IPropertyInitializerOperation => !member.IsStatic,
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } } => true,
            _ => false,
        };
        return isMember && TaskFlow.FunctionOf(creation) is null && WebPlace.IsPerRequest(member.ContainingType);
    }

    /// <summary>Whether a client is what the factory of a service returns that does not live as long as the program.</summary>
    private static bool IsMadeByFactory(IOperation creation)
    {
        IOperation value = creation;
        while (value.Parent is IConversionOperation conversion)
        {
            value = conversion;
        }

        return value.Parent is IReturnOperation result
            && TaskFlow.FunctionOf(result) is IAnonymousFunctionOperation factory
            && TaskFlow.Taker(factory) is { } method
            && ServiceCalls.IsShortLived(method)
            && !ServiceCalls.DependsOnUser(factory);
    }
}
