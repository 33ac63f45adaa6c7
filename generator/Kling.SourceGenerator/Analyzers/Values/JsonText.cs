using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SourceSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>JSON that is written as a text in the code: in a raw string literal, for example.</summary>
/// <param name="Text">The expression that gives the text.</param>
/// <param name="Root">The JSON.</param>
internal sealed record JsonText(PlacedValue Text, JsonNode Root)
{
    /// <summary>The JSON of a text, or <see langword="null"/> if it is not known or is not JSON.</summary>
    public static JsonText? Of(PlacedValue text, CancellationToken cancellation) =>
        ValueReader.Single(text, cancellation) is { } single
        && single.Known(cancellation).Text is { } json
        && JsonReader.Read(json, out _) is { } root
            ? new JsonText(single, root)
            : null;

    /// <summary>
    /// The JSON that an expression parses, or whose text it reads: <c>JsonDocument.Parse(…).RootElement</c>, <c>JsonNode.Parse(…)!.AsObject()</c>.
    /// </summary>
    public static JsonText? Parsed(PlacedValue value, CancellationToken cancellation) =>
        Maker(value, cancellation) is var made
        && made.Value
            is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Parse" or "Deserialize" },
                ArgumentList.Arguments: { Count: > 0 } arguments
            } call
        && Parses(call, made.Model, cancellation)
            ? Of(made.Part(arguments[0].Expression, target: null), cancellation)
            : null;

    /// <summary>The expression that makes the JSON, without what is around it.</summary>
    public static PlacedValue Maker(PlacedValue value, CancellationToken cancellation)
    {
        while (Inner(value, cancellation) is { } inner)
        {
            value = value.IsInPlace ? value with { Place = inner, Value = inner } : value with { Value = inner };
        }

        return value;
    }

    private static ExpressionSyntax? Inner(PlacedValue value, CancellationToken cancellation) =>
        value.Value switch
        {
            ParenthesizedExpressionSyntax parenthesized => parenthesized.Expression,
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppression => suppression.Operand,
            CastExpressionSyntax cast => cast.Expression,
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: "RootElement" } root => root.Expression,
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsObject" or "Clone" } step,
                ArgumentList.Arguments.Count: 0
            } => step.Expression,
            IdentifierNameSyntax name
                when value.Model.GetSymbolInfo(name, cancellation).Symbol is ILocalSymbol { Type.Name: "JsonDocument" or "JsonElement" } local
                    && SingleAssignment.Value(local, cancellation) is { } given
                    && !given.DescendantNodesAndSelf().Contains(name) => given,
            _ => null,
        };

    /// <summary>Where a part of the JSON is in the code; the whole text if the code writes it otherwise.</summary>
    public Location Place(Schema.TextSpan span) =>
        Text is { IsInPlace: true, Value: LiteralExpressionSyntax { Token: var token } literal }
        && LiteralText.IndexOf(token, span.Start) is { } start
        && LiteralText.IndexOf(token, span.End) is { } end
            ? Location.Create(literal.SyntaxTree, SourceSpan.FromBounds(literal.SpanStart + start, literal.SpanStart + end))
            : Text.Place.GetLocation();

    private static bool Parses(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { IsStatic: true } method
        && method.ContainingNamespace.ToDisplayString().StartsWith("System.Text.Json", StringComparison.Ordinal)
        && method.Parameters[0].Type.SpecialType is SpecialType.System_String
        && (
            method.ContainingType.Name is "JsonDocument" or "JsonNode" or "JsonElement"
            || method is { ContainingType.Name: "JsonSerializer", ReturnType.Name: "JsonElement" or "JsonObject" or "JsonNode" or "JsonDocument" }
        );
}
