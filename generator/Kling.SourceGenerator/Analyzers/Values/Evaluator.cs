using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// What is known of an expression's value: more than the compiler's constants, because a local that is assigned once and the methods that
/// make texts and numbers of known ones are followed too. What can have several values is not known.
/// </summary>
internal sealed class Evaluator(CancellationToken cancellation)
{
    // Fields can name each other in a circle.
    private const int MostExpressions = 256;

    private int _left = MostExpressions;

    public KnownValue Of(PlacedValue value)
    {
        if (value.Constant() is { HasValue: true } constant)
        {
            return new ExactValue(constant.Value);
        }

        if (_left-- <= 0 || ValueReader.Single(value, cancellation) is not { } source)
        {
            return KnownValue.Unknown;
        }

        return source.Constant() is { HasValue: true } known
            ? new ExactValue(known.Value)
            : source.Value switch
            {
                BinaryExpressionSyntax binary => Binary(source, binary),
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryPlusExpression } plus => Of(source, plus.Operand),
                PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => Known(
                    Of(source, minus.Operand).Exact is var operand && operand is TimeSpan duration
                        ? Durations.Negate(duration)
                        : Arithmetic.Negate(operand)
                ),
                InterpolatedStringExpressionSyntax text => KnownValue.Concatenation(text.Contents.Select(part => Part(source, part))),
                CastExpressionSyntax cast => Cast(source, cast),
                MemberAccessExpressionSyntax access => Member(source, access),
                BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null } number
                    when NumberText.IsNumeric(TypeOf(source, number)) => Known(Arithmetic.Convert(0, TypeOf(source, number))),
                InvocationExpressionSyntax call when source.Model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method =>
                    new KnownCalls(this, source, cancellation).Of(call, method),
                BaseObjectCreationExpressionSyntax creation
                    when source.Model.GetSymbolInfo(creation, cancellation).Symbol is IMethodSymbol constructor => new KnownCalls(
                    this,
                    source,
                    cancellation
                ).Of(creation, constructor),
                _ => KnownValue.Unknown,
            };
    }

    /// <summary>What is known of a part of an expression.</summary>
    public KnownValue Of(PlacedValue whole, ExpressionSyntax part) => Of(whole.Part(part, target: null));

    /// <summary>
    /// What is known of the text that a part of an expression is written as. An enum is written as the names of its members.
    /// </summary>
    public KnownValue TextOf(PlacedValue whole, ExpressionSyntax part) =>
        Formatted(whole, part, format: null) is { } samples ? samples
        : TypeOf(whole, part) is not (SpecialType.None or SpecialType.System_Object) ? Of(whole, part)
        : KnownValue.Unknown;

    /// <summary>The form of an identifier or a date in the format and in any culture.</summary>
    private TextSamples? Formatted(PlacedValue whole, ExpressionSyntax part, string? format) =>
        whole.Model.GetTypeInfo(part, cancellation).Type is { } type && FormattedText.Of(type, format, isInvariant: false) is { } samples
            ? new TextSamples(samples)
            : null;

    /// <summary>A result, if there is one.</summary>
    public static KnownValue Known(object? result) => result is null ? KnownValue.Unknown : new ExactValue(result);

    private KnownValue Binary(PlacedValue value, BinaryExpressionSyntax binary) =>
        TypeOf(value, binary) switch
        {
            SpecialType.System_String when binary.IsKind(SyntaxKind.AddExpression) => KnownValue.Concatenation([
                TextOf(value, binary.Left),
                TextOf(value, binary.Right),
            ]),
            SpecialType.System_String => KnownValue.Unknown,
            var type => Known(Computed(binary.Kind(), type, Of(value, binary.Left).Exact, Of(value, binary.Right).Exact)),
        };

    private static object? Computed(SyntaxKind operation, SpecialType type, object? left, object? right) =>
        left is TimeSpan || right is TimeSpan ? Durations.Binary(operation, left, right) : Arithmetic.Binary(operation, type, left, right);

    private KnownValue Cast(PlacedValue value, CastExpressionSyntax cast) =>
        TypeOf(value, cast) switch
        {
            SpecialType.System_String => Of(value, cast.Expression),
            var type => Known(Arithmetic.Convert(Of(value, cast.Expression).Exact, type)),
        };

    private KnownValue Part(PlacedValue whole, InterpolatedStringContentSyntax part) =>
        part switch
        {
            InterpolatedStringTextSyntax text => new ExactValue(text.TextToken.ValueText),
            InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole => TextOf(whole, hole.Expression),
            InterpolationSyntax { AlignmentClause: null, FormatClause: { } format } hole => Formatted(
                whole,
                hole.Expression,
                format.FormatStringToken.ValueText
            ) ?? KnownValue.Unknown,
            _ => KnownValue.Unknown,
        };

    private KnownValue Member(PlacedValue value, MemberAccessExpressionSyntax access) =>
        value.Model.GetSymbolInfo(access, cancellation).Symbol switch
        {
            IFieldSymbol { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } => new ExactValue(""),
            IPropertySymbol { Name: "Length", ContainingType.SpecialType: SpecialType.System_String }
                when Of(value, access.Expression).Text is { } text => new ExactValue(text.Length),
            IPropertySymbol { Name: "Length" or "Count", ContainingType.SpecialType: not SpecialType.System_String }
                when ListReader.Inner(value, access.Expression, cancellation) is { IsComplete: true } list => new ExactValue(list.Count),
            IFieldSymbol { IsStatic: true, ContainingType.Name: nameof(TimeSpan) or nameof(Timeout) } field => Known(Durations.Named(field.Name)),
            IPropertySymbol { ContainingType.Name: nameof(TimeSpan) } part when Of(value, access.Expression).Exact is TimeSpan duration =>
                Known(Durations.Part(duration, part.Name)),
            IPropertySymbol { Name: "Uri", ContainingType.Name: nameof(UriBuilder) } => new UriBuilders(this, cancellation).Url(
                value.Part(access.Expression, target: null)
            ),
            IPropertySymbol { Name: "OriginalString", ContainingType.Name: nameof(Uri) } => Of(value, access.Expression),
            IPropertySymbol { Name: "AbsoluteUri", ContainingType.Name: nameof(Uri) } => AbsoluteUrls.Of(Of(value, access.Expression)),
            var member when LocalPaths.IsPath(member) => KnownValue.LocalPath,
            _ => KnownValue.Unknown,
        };

    /// <summary>The type of an expression; of a nullable one, the type that it has if it has a value.</summary>
    private SpecialType TypeOf(PlacedValue value, ExpressionSyntax expression) =>
        value.Model.GetTypeInfo(expression, cancellation).Type switch
        {
            { TypeKind: TypeKind.Enum } => SpecialType.None,
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable
                .TypeArguments[0]
                .SpecialType,
            { } type => type.SpecialType,
            null => SpecialType.None,
        };
}
