using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

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
                && KeyText.IsKey(text, mayBeWords: true)
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
            context.Operation is { IsImplicit: true, Parent: not IInterpolatedStringTextOperation }
            || context.Operation.ConstantValue.Value is not string begin
            || begin.IndexOf(KeyText.Prefix, StringComparison.Ordinal) < 0
        )
        {
            return;
        }

        if (KeyText.Named(begin) is { } named)
        {
            // The data of a test is in an attribute.
            if (
                !QuietPlace.IsInTest(context.Operation)
                && context.Operation.Syntax.FirstAncestorOrSelf<AttributeSyntax>() is null
            )
            {
                context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ApiKeyIsInTheSource, Place(context.Operation.Syntax, named)));
            }

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
            && KeyText.IsKey(text, mayBeWords: true)
            && IsKept(
                whole,
                context.ContainingSymbol,
                known.Client,
                KeyText.IsKey(text) ? KeyText.MayBeNameOfKey : KeyText.IsNameOfKey
            )
            && !QuietPlace.IsInTest(whole)
        )
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ApiKeyIsInTheSource, whole.Syntax.GetLocation()));
        }
    }

    /// <summary>Where a key is, in a text in which other text names it.</summary>
    private static Location Place(SyntaxNode literal, string key) =>
        literal.ToString().IndexOf(key, StringComparison.Ordinal) is >= 0 and var start
            ? Location.Create(literal.SyntaxTree, new TextSpan(literal.SpanStart + start, key.Length))
            : literal.GetLocation();

    /// <param name="value">The key.</param>
    /// <param name="container">The member that it is in.</param>
    /// <param name="client">The client's types.</param>
    /// <param name="isMember">Whether a field or a property of a name may have a key as its value.</param>
    private static bool IsKept(IOperation value, ISymbol container, ClientSymbols? client, Func<string, bool> isMember) =>
        value.Parent switch
        {
            ICoalesceOperation coalesce when coalesce.WhenNull == value && IsReadAsKey(coalesce.Value) => !IsGiven(coalesce, client),
            IConditionalOperation { WhenFalse: { } other } choice
                when choice.Condition != value && IsReadAsKey(choice.WhenTrue == value ? other : choice.WhenTrue) => !IsGiven(choice, client),
            IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalOperation => IsKept(
                value.Parent,
                container,
                client,
                isMember
            ),
            IFieldInitializerOperation initializer => initializer.InitializedFields.Any(field => isMember(field.Name)),
            IPropertyInitializerOperation initializer => initializer.InitializedProperties.Any(property => isMember(property.Name)),
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
            IReturnOperation when container is IMethodSymbol { AssociatedSymbol: { } property } => isMember(property.Name),
            IReturnOperation when container is IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method => KeyText.IsNameOfKey(
                method.Name
            ),
            _ => false,
        };

    /// <summary>Whether a value goes to the client: it is reported there.</summary>
    private static bool IsGiven(IOperation value, ClientSymbols? client) =>
        value.Parent switch
        {
            IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IConditionalOperation => IsGiven(value.Parent, client),
            IAssignmentOperation { Target: IPropertyReferenceOperation { Property: var property } } => client?.IsApiKey(property) is true,
            IArgumentOperation { Parameter: { } parameter } => client?.IsApiKey(parameter) is true,
            _ => false,
        };

    /// <summary>Whether the value that a key replaces if it is missing is an API key itself: <c>GetEnvironmentVariable("SEGMIND_API_KEY")</c>.</summary>
    private static bool IsReadAsKey(IOperation value) =>
        value
            .DescendantsAndSelf()
            .Any(static part =>
                part switch
                {
                    ILocalReferenceOperation { Local.Name: var name } => KeyText.IsNameOfKey(name),
                    IParameterReferenceOperation { Parameter.Name: var name } => KeyText.IsNameOfKey(name),
                    IMemberReferenceOperation { Member.Name: var name } => KeyText.IsNameOfKey(name),
                    _ => IsNameOfKey(part),
                }
            );

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
        return texts.Append(string.Concat(texts)).Any(static text => KeyText.IsKey(text, mayBeWords: true));
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
