using System.Globalization;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>A JSON value in code as the value of a typed property.</summary>
internal static class TypedValue
{
    /// <summary>The same value for a property of a type, or <see langword="null"/> if it is not known to be one.</summary>
    public static ExpressionSyntax? Of(ExpressionSyntax value, ITypeSymbol type, SemanticModel model, CancellationToken cancellationToken)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        Optional<object?> constant = model.GetConstantValue(value, cancellationToken);
        if (type.TypeKind is TypeKind.Enum)
        {
            return Member(type, constant) is { } member
                ? SyntaxFactory.ParseExpression($"{type.ToMinimalDisplayString(model, value.SpanStart)}.{member}")
                : null;
        }

        if (constant is { HasValue: true, Value: string } && type is { Name: "Uri", ContainingNamespace.Name: "System" })
        {
            string uri = type.WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(model, value.SpanStart);
            return SyntaxFactory.ParseExpression($"new {uri}({value.WithoutTrivia()})");
        }

        return
            constant is { HasValue: true, Value: not null }
            && model.ClassifyConversion(value, type) is { IsImplicit: true, IsUserDefined: false }
            ? value.WithoutTrivia()
            : null;
    }

    /// <summary>The member that has a value in the JSON.</summary>
    private static string? Member(ITypeSymbol type, Optional<object?> constant) =>
        constant switch
        {
            { Value: string text } => EnumMembers.WithValue(type, JsonKind.String, text),
            { Value: int number } => EnumMembers.WithValue(type, JsonKind.Number, number.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
}
