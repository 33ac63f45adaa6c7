using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Texts that are surely the id of a job or the slug of a model: read from the property itself, or through a local, a pattern, a
/// <c>let</c>, or a list of such texts.
/// </summary>
internal sealed class JobIds(KnownSymbols known, CancellationToken cancellation)
{
    // Locals and lists can be made of one another.
    private const int MostSteps = 16;

    private int _steps = MostSteps;

    /// <summary>Whether a text is one.</summary>
    public bool Contains(PlacedValue text) =>
        --_steps > 0 && ValueReader.Single(text, cancellation) is { } single && IsId(single);

    private bool IsId(PlacedValue text) =>
        text.Value switch
        {
            MemberAccessExpressionSyntax or MemberBindingExpressionSyntax => IsIdProperty(text),
            ConditionalAccessExpressionSyntax access => Contains(text.Part(access.WhenNotNull, target: null)),
            IdentifierNameSyntax when text.Model.GetSymbolInfo(text.Value, cancellation).Symbol is { } symbol => IsNamed(text, symbol),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } access } =>
                access.Name.Identifier.ValueText switch
                {
                    "ToString" => text.Model.GetTypeInfo(receiver, cancellation).Type is { } type
                        && (type.Name is "Guid" || known.IsRuntime(type) || Contains(text.Part(receiver, target: null))),
                    "Trim" or "ToLowerInvariant" or "ToUpperInvariant" => Contains(text.Part(receiver, target: null)),
                    _ => false,
                },
            // What begins with one does not begin as a token does.
            InterpolatedStringExpressionSyntax { Contents: { Count: > 0 } contents } => contents[0] is InterpolationSyntax hole
                && Contains(text.Part(hole.Expression, target: null)),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Contains(text.Part(sum.Left, target: null)),
            _ => false,
        };

    private bool IsIdProperty(PlacedValue text) =>
        text.Model.GetSymbolInfo(text.Value, cancellation).Symbol
            is IPropertySymbol { Name: "RequestId" or "Slug", ContainingType: { } type }
        && known.IsRuntime(type);

    /// <summary>The value of a variable that is not assigned: an element of a sequence, or the value that a pattern matches.</summary>
    private bool IsNamed(PlacedValue text, ISymbol symbol)
    {
        SyntaxNode? declaration = symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation);
        if (declaration?.SyntaxTree != text.Value.SyntaxTree)
        {
            return false;
        }

        return declaration switch
        {
            LetClauseSyntax let => Contains(text.Part(let.Expression, target: null)),
            FromClauseSyntax from => AreIds(text.Part(from.Expression, target: null)),
            ForEachStatementSyntax loop => symbol is ILocalSymbol { IsForEach: true } && AreIds(text.Part(loop.Expression, target: null)),
            SingleVariableDesignationSyntax { Parent: PatternSyntax { Parent: IsPatternExpressionSyntax match } } => Contains(
                text.Part(match.Expression, target: null)
            ),
            ParameterSyntax parameter => Sequence(parameter) is { } sequence && AreIds(text.Part(sequence, target: null)),
            _ => false,
        };
    }

    /// <summary>The sequence whose elements a lambda is called with.</summary>
    private static ExpressionSyntax? Sequence(ParameterSyntax parameter)
    {
        SyntaxNode? lambda = parameter.Parent is ParameterListSyntax list ? list.Parent : parameter.Parent;
        return
            lambda is LambdaExpressionSyntax
            && lambda.Parent
                is ArgumentSyntax
                {
                    Parent.Parent: InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" or "SelectMany" or "ForEach" } access
                    }
                }
            ? access.Expression
            : null;
    }

    /// <summary>Whether the elements of a sequence are such texts.</summary>
    private bool AreIds(PlacedValue sequence)
    {
        if (--_steps <= 0 || Given(sequence) is not { } single)
        {
            return false;
        }

        return single.Value switch
        {
            CollectionExpressionSyntax { Elements: { Count: > 0 } elements } => elements[0] is ExpressionElementSyntax element
                && Contains(single.Part(element.Expression, target: null)),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call => access.Name.Identifier.ValueText switch
            {
                "Select" => call.ArgumentList.Arguments.FirstOrDefault()?.Expression is LambdaExpressionSyntax { ExpressionBody: { } body }
                    && Contains(single.Part(body, target: null)),
                "ToArray" or "ToList" or "Where" or "Distinct" or "Order" or "Reverse" or "Take" or "Skip" => AreIds(
                    single.Part(access.Expression, target: null)
                ),
                _ => false,
            },
            _ => false,
        };
    }

    /// <summary>What a sequence is: of a list behind a name, what it is declared with. What is added later is of the same kind.</summary>
    private PlacedValue? Given(PlacedValue sequence) =>
        sequence.Value is IdentifierNameSyntax
        && sequence.Model.GetSymbolInfo(sequence.Value, cancellation).Symbol is ILocalSymbol local
        && ValueReader.Given(sequence, local, cancellation) is { } given
            ? given
            : sequence;
}
