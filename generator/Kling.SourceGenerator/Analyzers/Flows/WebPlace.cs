using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Code that runs for each web request: controllers, pages, hubs, and what handles a route or a request.</summary>
internal static class WebPlace
{
    private static readonly HashSet<string> WebTypes = new(["ControllerBase", "Controller", "PageModel", "Hub"], StringComparer.Ordinal);

    /// <summary>Whether a type is constructed for each request.</summary>
    public static bool IsPerRequest(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? self = type; self is not null; self = self.BaseType)
        {
            if (WebTypes.Contains(self.Name) && IsOfWeb(self))
            {
                return true;
            }
        }

        return type is not null
            && type.GetAttributes()
                .Any(static attribute => attribute.AttributeClass is { Name: "ApiControllerAttribute" } web && IsOfWeb(web));
    }

    /// <summary>Whether an operation runs for each request.</summary>
    public static bool IsPerRequest(IOperation operation, ISymbol member)
    {
        if (!member.IsStatic && IsPerRequest(member.ContainingType))
        {
            return true;
        }

        IMethodSymbol? method = TaskFlow.FunctionOf(operation) switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            ILocalFunctionOperation local => local.Symbol,
            _ => member as IMethodSymbol,
        };
        return method is not null
            && (
                method.Parameters.Any(static parameter => parameter.Type is INamedTypeSymbol { Name: "HttpContext" } web && IsOfWeb(web))
                || (
                    TaskFlow.FunctionOf(operation) is IAnonymousFunctionOperation handler
                        ? HandlesRoute(handler.Syntax, operation.SemanticModel)
                        : IsHandler(method, operation)
                )
            );
    }

    /// <summary>Whether a method is given to one that maps a route.</summary>
    private static bool IsHandler(IMethodSymbol method, IOperation operation) =>
        operation
            .Syntax.SyntaxTree.GetRoot()
            .DescendantNodes()
            .OfType<ArgumentSyntax>()
            .Any(argument =>
                NameOf(argument.Expression) == method.Name
                && HandlesRoute(argument.Expression, operation.SemanticModel)
                && operation.SemanticModel!.GetSymbolInfo(argument.Expression) is var handler
                && handler.CandidateSymbols.Append(handler.Symbol).Any(symbol => SymbolEqualityComparer.Default.Equals(symbol, method))
            );

    private static string? NameOf(ExpressionSyntax function) =>
        function switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
            _ => null,
        };

    private static bool HandlesRoute(SyntaxNode handler, SemanticModel? model) =>
        handler.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
        && model?.GetSymbolInfo(call).Symbol is IMethodSymbol map
        && (map.Name.StartsWith("Map", StringComparison.Ordinal) || map.Name is "Use" or "Run" or "AddEndpointFilter")
        && IsOfWeb(map.ContainingType);

    private static bool IsOfWeb(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString().StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);
}
