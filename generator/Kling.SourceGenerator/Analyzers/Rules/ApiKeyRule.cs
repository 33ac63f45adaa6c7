using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING202: a constant in the shape of an API key that is given to the client's constructor or to its options, that is kept in a field or
/// a property, or that has the name of a key: a local or a parameter's default, a header, an environment variable or a setting.
/// </summary>
internal static class ApiKeyRule
{
    /// <summary>Looks at a value that goes to a property or a parameter.</summary>
    public static void Check(PlacedValue value, ISymbol target, OperationAnalysisContext context, ClientSymbols? client)
    {
        if (client?.IsApiKey(target) is not true)
        {
            return;
        }

        foreach (PlacedValue leaf in ValueReader.Leaves(value, context.CancellationToken))
        {
            if (
                leaf.Known(context.CancellationToken).Text is { } text
                && KeyText.IsKey(text)
                && !IsReportedAtName(leaf.Place, value.Model)
                && !GoesToOtherServer(context.Operation)
            )
            {
                context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ApiKeyIsInTheSource, leaf.Place.GetLocation()));
            }
        }
    }

    /// <summary>Looks at a literal, wherever it stands.</summary>
    public static void CheckLiteral(OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            context.Operation.IsImplicit
            || context.Operation.ConstantValue.Value is not string begin
            || !begin.TrimStart().StartsWith(KeyText.Prefix, StringComparison.Ordinal)
        )
        {
            return;
        }

        IOperation whole = context.Operation;
        while (
            whole.Parent is IBinaryOperation or IParenthesizedOperation or IConversionOperation
            && whole.Parent is { ConstantValue.HasValue: true } parent
        )
        {
            whole = parent;
        }

        if (
            whole.ConstantValue.Value is string text
            && KeyText.IsKey(text)
            && IsKept(whole, context.ContainingSymbol, known.Client)
            && !QuietPlace.IsInTest(whole)
        )
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ApiKeyIsInTheSource, whole.Syntax.GetLocation()));
        }
    }

    private static bool IsKept(IOperation value, ISymbol container, ClientSymbols? client) =>
        value.Parent switch
        {
            IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalOperation => IsKept(
                value.Parent,
                container,
                client
            ),
            IFieldInitializerOperation initializer => initializer.InitializedFields.Any(static field => KeyText.MayBeNameOfKey(field.Name)),
            IPropertyInitializerOperation initializer => initializer.InitializedProperties.Any(static property =>
                KeyText.MayBeNameOfKey(property.Name)
            ),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => KeyText.IsNameOfKey(local.Name),
            IParameterInitializerOperation { Parameter: var parameter } => KeyText.IsNameOfKey(parameter.Name),
            IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments.IsEmpty: false } indexer } => indexer.Arguments.Any(
                static index => IsNameOfKey(index.Value)
            ),
            IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => client?.IsApiKey(property)
                is not true
                && KeyText.IsNameOfKey(property.Name),
            IAssignmentOperation { Target: IFieldReferenceOperation { Field: var field } } => KeyText.IsNameOfKey(field.Name),
            IAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => KeyText.IsNameOfKey(local.Name),
            ITupleOperation tuple => tuple.Elements.Any(static element => IsNameOfKey(element)),
            IArgumentOperation { Parameter: { } parameter } argument => client?.IsApiKey(parameter) is not true
                && (KeyText.IsNameOfKey(parameter.Name) || IsNamedByNeighbour(argument)),
            IReturnOperation when container is IMethodSymbol { AssociatedSymbol: { } property } => KeyText.MayBeNameOfKey(property.Name),
            IReturnOperation when container is IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method => KeyText.IsNameOfKey(
                method.Name
            ),
            _ => false,
        };

    /// <summary>Whether another argument says what the value is: <c>Add("x-api-key", …)</c>.</summary>
    private static bool IsNamedByNeighbour(IArgumentOperation argument) =>
        argument.Parent switch
        {
            IInvocationOperation call => call.Arguments.Any(other => other != argument && IsNameOfKey(other.Value)),
            IObjectCreationOperation creation => creation.Arguments.Any(other => other != argument && IsNameOfKey(other.Value)),
            _ => false,
        };

    private static bool IsNameOfKey(IOperation value) => value.ConstantValue.Value is string name && KeyText.IsNameOfKey(name);

    /// <summary>
    /// Whether the value comes from a member, or from a name that says that it is a key: it is reported where that is given it.
    /// </summary>
    private static bool IsReportedAtName(ExpressionSyntax place, SemanticModel model) =>
        place
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(name =>
                model.GetSymbolInfo(name).Symbol
                    is (IFieldSymbol or IPropertySymbol or ILocalSymbol) and { DeclaringSyntaxReferences: { Length: 1 } declared }
                && declared[0].GetSyntax() is var declaration
                && (
                    (name.Span.End == place.Span.End && place is IdentifierNameSyntax or MemberAccessExpressionSyntax)
                    || HasKey(declaration)
                )
                && (
                    declaration is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax }
                        ? KeyText.MayBeNameOfKey(name.Identifier.ValueText)
                        : declaration is VariableDeclaratorSyntax && KeyText.IsNameOfKey(name.Identifier.ValueText)
                )
            );

    /// <summary>Whether a key is among the literals of a declaration, or is put together of them.</summary>
    private static bool HasKey(SyntaxNode declaration)
    {
        string[] texts =
        [
            .. declaration.DescendantNodes().OfType<LiteralExpressionSyntax>().Select(static literal => literal.Token.ValueText),
        ];
        return texts.Any(KeyText.IsKey) || KeyText.IsKey(string.Concat(texts));
    }

    /// <summary>Whether the options that get the key name this machine as the server: there any text is a key.</summary>
    private static bool GoesToOtherServer(IOperation operation) =>
        operation.Syntax.FirstAncestorOrSelf<SyntaxNode>(static node => node is BaseObjectCreationExpressionSyntax or BlockSyntax)
            is { } options
        && options
            .DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Any(static assignment =>
                assignment.Left
                    is IdentifierNameSyntax { Identifier.ValueText: "BaseAddress" }
                        or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "BaseAddress" }
                && assignment
                    .Right.DescendantTokens()
                    .Any(static token => token.ValueText.Contains("//localhost") || token.ValueText.Contains("//127.0.0.1"))
            );
}
