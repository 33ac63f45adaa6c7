using Kling.SourceGenerator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.Completion;

/// <summary>What a string is given to, if a schema knows what belongs there.</summary>
/// <param name="isWhole">Whether a suggestion is the whole string, and not a word in it.</param>
internal abstract class StringTarget(bool isWhole)
{
    public bool IsWhole { get; } = isWhole;

    /// <summary>What to offer, in order.</summary>
    public abstract IReadOnlyList<Suggestion> Suggestions(ExpressionSyntax text, SemanticModel model, CancellationToken cancellation);

    /// <summary>The target of a string, or <see langword="null"/> if it is not one of ours.</summary>
    public static StringTarget? Of(ExpressionSyntax text, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax whole = Whole(text);
        switch (whole.Parent)
        {
            case AssignmentExpressionSyntax assignment when assignment.Right == whole:
                return model.GetSymbolInfo(assignment.Left, cancellation).Symbol is IPropertySymbol property ? MarkerTarget.Of(property) : null;

            case ArgumentSyntax { Parent: BaseArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument:
                return Methods(call, model, cancellation)
                    .Select(method => CallArguments.Parameter(argument, method) is { } parameter ? Of(method, parameter) : null)
                    .FirstOrDefault(static target => target is not null);

            default:
                return null;
        }
    }

    private static StringTarget? Of(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (Generated.Parameter(parameter) is { } ofParameter)
        {
            // CreateBuilder is on the request; an Add of loose values is on the builder, and its record is what the list holds.
            return Prompt(method.ContainingType, ofParameter) ?? Prompt(Generated.AddedRecord(method), ofParameter);
        }

        if (Generated.Parameter(method) is { } ofMethod)
        {
            return Prompt(Generated.Request(method.ContainingType), ofMethod);
        }

        if (method.ContainingNamespace.ToDisplayString() != "Kling" || parameter.Type.SpecialType is not SpecialType.System_String)
        {
            return null;
        }

        return (method.ContainingType.Name, method.Name, parameter.Name) switch
        {
            ("KlingRecord", "IsSet" or "Unset", _) => new WireNameTarget(
                method.ContainingType.TypeArguments[0],
                onlyOptional: method.Name == "Unset"
            ),
            ("KlingBuilder", "WithAdditionalParameter", "name") => new WireNameTarget(
                method.ContainingType.TypeArguments[1],
                onlyOptional: false
            ),
            ("KlingClient", _, "slug") => new SlugTarget(),
            _ => null,
        };
    }

    private static MarkerTarget? Prompt(INamedTypeSymbol? record, string wireName) =>
        record is null ? null
        : Generated.Properties(record).FirstOrDefault(property => Generated.WireName(property) == wireName) is { } property
            ? MarkerTarget.Of(property)
        : null;

    /// <summary>
    /// The expression that the string is a part of: parentheses, the sides of + and ??, the arms of a condition or a switch.
    /// </summary>
    private static ExpressionSyntax Whole(ExpressionSyntax text)
    {
        while (
            text.Parent is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax
            || text.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression }
            || text.Parent is SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax }
        )
        {
            text = (ExpressionSyntax)(text.Parent as ExpressionSyntax ?? text.Parent.Parent!);
        }

        return text;
    }

    /// <summary>The called method, or those that it may become: while the call is typed, none fits yet.</summary>
    private static IEnumerable<IMethodSymbol> Methods(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
    {
        SymbolInfo info = model.GetSymbolInfo(call, cancellation);
        IEnumerable<ISymbol> symbols = info.Symbol is { } only
            ? [only]
            : info.CandidateSymbols.Concat(model.GetMemberGroup(call.Expression, cancellation));
        return symbols.OfType<IMethodSymbol>();
    }
}
