using System.Globalization;
using Kling.Completion;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>A value of a replaced model's parameter as a value of its counterpart.</summary>
/// <param name="names">The names of both models.</param>
/// <param name="values">The values that are written differently.</param>
internal sealed class SuccessorValue(SuccessorNames names, IReadOnlyList<(string Name, string Value, string Successor)> values)
{
    /// <summary>The same value for another type, or <see langword="null"/> if it is not known to be one.</summary>
    public ExpressionSyntax? Of(ExpressionSyntax value, ITypeSymbol target)
    {
        target = Plain(target);
        ITypeSymbol? type = names.Model.GetTypeInfo(value, names.Cancellation).Type;
        type = type is null ? null : Plain(type);
        string? known = Known(value, type);
        string? other = values.Where(pair => pair.Value == known).Select(static pair => pair.Successor).FirstOrDefault();
        if (known is not null && (other is not null || type?.TypeKind is TypeKind.Enum || target.TypeKind is TypeKind.Enum))
        {
            return Written(other ?? known, target);
        }

        if (known is null && values.Count > 0)
        {
            return null;
        }

        return value switch
        {
            CollectionExpressionSyntax list => List(list, target),
            BaseObjectCreationExpressionSyntax creation when IsRecord(type) && IsRecord(target) => Record(creation, target),
            _ when type is not null && names.Model.Compilation.ClassifyConversion(type, target) is { IsImplicit: true } => value,
            _ => Uri(value, type, target),
        };
    }

    private static ITypeSymbol Plain(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;

    /// <summary>A value that is written here: the content of a string, or JSON text.</summary>
    private string? Known(ExpressionSyntax value, ITypeSymbol? type)
    {
        if (type?.TypeKind is TypeKind.Enum)
        {
            return names.Model.GetSymbolInfo(value, names.Cancellation).Symbol is IFieldSymbol member
                ? EnumMembers.ValueOf(member)?.Text
                : null;
        }

        return names.Model.GetConstantValue(value, names.Cancellation) switch
        {
            { Value: string text } => text,
            { Value: bool flag } => flag ? "true" : "false",
            { Value: IFormattable number and (int or long or double) } => number.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
    }

    private ExpressionSyntax? Written(string text, ITypeSymbol target)
    {
        if (target.TypeKind is TypeKind.Enum)
        {
            string? member = EnumMembers.WithValue(target, JsonKind.String, text) ?? EnumMembers.WithValue(target, JsonKind.Number, text);
            return member is null ? null : SyntaxFactory.ParseExpression($"{names.TypeName(target)}.{member}");
        }

        return target.SpecialType switch
        {
            SpecialType.System_String => SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text)),
            SpecialType.System_Boolean when text is "true" or "false" => SyntaxFactory.ParseExpression(text),
            SpecialType.System_Int32 when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                SyntaxFactory.ParseExpression(text),
            SpecialType.System_Int64 when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) =>
                SyntaxFactory.ParseExpression(text),
            SpecialType.System_Double when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) =>
                SyntaxFactory.ParseExpression(text),
            _ => null,
        };
    }

    private CollectionExpressionSyntax? List(CollectionExpressionSyntax list, ITypeSymbol target)
    {
        if (target is not INamedTypeSymbol { Name: "KlingList", TypeArguments: { Length: 1 } items })
        {
            return null;
        }

        var moved = new Dictionary<ExpressionSyntax, ExpressionSyntax>();
        foreach (CollectionElementSyntax element in list.Elements)
        {
            if (element is not ExpressionElementSyntax { Expression: { } item } || Of(item, items[0]) is not { } other)
            {
                return null;
            }

            moved.Add(item, other.WithTriviaFrom(item));
        }

        return list.ReplaceNodes(moved.Keys, (item, _) => moved[item]);
    }

    /// <summary>A nested record: its parameters have the same names, or it cannot be moved.</summary>
    private BaseObjectCreationExpressionSyntax? Record(BaseObjectCreationExpressionSyntax creation, ITypeSymbol target)
    {
        var moved = new Dictionary<SyntaxNode, SyntaxNode>();
        foreach (ExpressionSyntax part in creation.Initializer?.Expressions ?? default)
        {
            if (
                part is not AssignmentExpressionSyntax assignment
                || names.Model.GetSymbolInfo(assignment.Left, names.Cancellation).Symbol is not IPropertySymbol property
                || Generated.WireName(property) is not { } name
                || SuccessorNames.Property(target, name) is not { } other
                || Of(assignment.Right, other.Type) is not { } value
            )
            {
                return null;
            }

            moved.Add(assignment.Left, SyntaxFactory.IdentifierName(other.Name).WithTriviaFrom(assignment.Left));
            moved.Add(assignment.Right, value.WithTriviaFrom(assignment.Right));
        }

        if (creation is ObjectCreationExpressionSyntax { Type: { } type })
        {
            moved.Add(type, SyntaxFactory.ParseTypeName(names.TypeName(target)).WithTriviaFrom(type));
        }

        return creation.ReplaceNodes(moved.Keys, (node, _) => moved[node]);
    }

    /// <summary>A URL is a text in one model and a <see cref="System.Uri"/> in the other.</summary>
    private ExpressionSyntax? Uri(ExpressionSyntax value, ITypeSymbol? type, ITypeSymbol target) =>
        type?.SpecialType is SpecialType.System_String && IsUri(target)
            ? SyntaxFactory.ParseExpression($"new {names.TypeName(target)}({value.WithoutTrivia()})")
        : type is not null && IsUri(type) && target.SpecialType is SpecialType.System_String
            ? value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments }
            && arguments[0].Expression is LiteralExpressionSyntax text
                ? text
                : SyntaxFactory.ParseExpression(
                    value is IdentifierNameSyntax or MemberAccessExpressionSyntax
                        ? $"{value.WithoutTrivia()}.OriginalString"
                        : $"({value.WithoutTrivia()}).OriginalString"
                )
        : null;

    private static bool IsUri(ITypeSymbol type) => type is { Name: "Uri", ContainingNamespace.Name: "System" };

    private static bool IsRecord(ITypeSymbol? type) => type?.BaseType is { Name: "KlingRecord" };
}
