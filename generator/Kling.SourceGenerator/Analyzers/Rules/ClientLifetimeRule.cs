using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING213: a client with connections of its own that is made again and again, in a loop or for each web request. KLING214: a task of a
/// client that is returned unfinished from where the client is disposed.
/// </summary>
internal static class ClientLifetimeRule
{
    private static readonly HashSet<string> WebTypes = new(["ControllerBase", "Controller", "PageModel", "Hub"], StringComparer.Ordinal);

    public static void CheckCreation(IObjectCreationOperation creation, OperationAnalysisContext context, KnownSymbols known)
    {
        if (!HasOwnConnections(creation, known) || !IsUsedUp(creation))
        {
            return;
        }

        string? reason =
            IsMadeInLoop(creation) ? "in each pass of the loop"
            : IsMadePerRequest(creation, context) ? "for each request"
            : null;
        if (reason is not null && !QuietPlace.IsInTest(creation))
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ClientIsMadeOften, creation.Syntax.GetLocation(), reason));
        }
    }

    public static void CheckCall(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            known.Client?.IsAsynchronous(call.TargetMethod) is true
            && call.Instance is ILocalReferenceOperation { Local: var local }
            && IsDisposed(local, context, out SyntaxNode? declaration)
            && Returned(call) is { } function
            && function.Span.Contains(declaration!.Span)
            && TaskFlow
                .Root(call)
                .Descendants()
                .OfType<IVariableDeclaratorOperation>()
                .Any(declarator =>
                    SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
                    && declarator.Initializer?.Value is { } value
                    && (value is IConversionOperation conversion ? conversion.Operand : value) is IObjectCreationOperation creation
                    && HasOwnConnections(creation, known)
                )
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(UseDiagnostics.ClientIsDisposedTooEarly, call.Syntax.GetLocation(), call.TargetMethod.Name, local.Name)
            );
        }
    }

    /// <summary>A client that each user of a service gets one of: <c>services.AddTransient&lt;KlingClient&gt;()</c>.</summary>
    public static void CheckRegistration(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            call.TargetMethod is { Name: not ("AddHttpClient" or "ConfigureHttpClient"), TypeArguments: { Length: > 0 } types }
            && SymbolEqualityComparer.Default.Equals(types[types.Length - 1], known.Client?.Client)
            && call.Arguments.All(static argument => argument.Value is not IDelegateCreationOperation)
            && !QuietPlace.IsInTest(call)
        )
        {
            SyntaxNode place = (call.Syntax as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax access
                ? access.Name
                : call.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ClientIsMadeOften, place.GetLocation(), "each time it is injected"));
        }
    }

    private static bool HasOwnConnections(IObjectCreationOperation creation, KnownSymbols known) =>
        known.Client?.IsClients(creation.Constructor) is true
        && creation.Arguments.All(static argument => argument.Parameter?.Type.Name != "HttpClient");

    /// <summary>Whether a client is not kept: it is used in place, or goes to a local that only its methods are called on.</summary>
    private static bool IsUsedUp(IOperation creation) =>
        creation.Parent switch
        {
            IConversionOperation or IParenthesizedOperation => IsUsedUp(creation.Parent),
            IInvocationOperation call => call.Instance == creation,
            IVariableInitializerOperation => TaskFlow.LocalOf(creation) is { } local
                && TaskFlow.Reads(local, creation).All(static use => use.Parent is IInvocationOperation call && call.Instance == use),
            _ => false,
        };

    /// <summary>A loop that runs on, and whose clients do not differ.</summary>
    private static bool IsMadeInLoop(IObjectCreationOperation creation)
    {
        IOperation child = creation;
        IOperation? parent = creation.Parent;
        while (parent is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            if (parent is ILoopOperation loop && loop.Body == child)
            {
                return !creation.Descendants().Any(static part => part is ILocalReferenceOperation or IInvocationOperation)
                    && !loop.Body.Descendants().Any(Leaves);
            }

            (child, parent) = (parent, parent.Parent);
        }

        return false;
    }

    /// <summary>Whether a statement ends a loop: a client is then often created once.</summary>
    private static bool Leaves(IOperation step) =>
        step is IReturnOperation { IsImplicit: false } or IBranchOperation { BranchKind: not BranchKind.Continue } or IThrowOperation;

    private static bool IsMadePerRequest(IObjectCreationOperation creation, OperationAnalysisContext context)
    {
        for (INamedTypeSymbol? type = context.ContainingSymbol.ContainingType; type is not null; type = type.BaseType)
        {
            if (WebTypes.Contains(type.Name) && IsOfWeb(type))
            {
                return context.ContainingSymbol is IMethodSymbol { IsStatic: false };
            }
        }

        return TaskFlow.FunctionOf(creation) is IAnonymousFunctionOperation lambda
            && lambda.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
            && creation.SemanticModel?.GetSymbolInfo(call).Symbol is IMethodSymbol map
            && map.Name.StartsWith("Map", StringComparison.Ordinal)
            && IsOfWeb(map.ContainingType);
    }

    private static bool IsOfWeb(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);

    /// <summary>Whether a local is declared with <c>using</c>.</summary>
    private static bool IsDisposed(ILocalSymbol local, OperationAnalysisContext context, out SyntaxNode? declaration)
    {
        declaration = local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.CancellationToken);
        return declaration?.Parent?.Parent
            is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0, AwaitKeyword.RawKind: 0 }
                or UsingStatementSyntax;
    }

    /// <summary>The function that returns the unfinished task of a call, if it does not wait for it.</summary>
    private static SyntaxNode? Returned(IInvocationOperation call)
    {
        IOperation value = call;
        while (TaskFlow.Next(value) is { } next)
        {
            value = next;
        }

        return
            value.Parent is IReturnOperation { IsImplicit: false } result
            && call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart) is IMethodSymbol { IsAsync: false }
            ? result.Syntax.Ancestors().FirstOrDefault(IsFunction)
            : null;
    }

    private static bool IsFunction(SyntaxNode node) =>
        node
            is BaseMethodDeclarationSyntax
                or LocalFunctionStatementSyntax
                or AnonymousFunctionExpressionSyntax
                or AccessorDeclarationSyntax
                or CompilationUnitSyntax;
}
