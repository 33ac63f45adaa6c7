using Kling.Completion;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.CodeFixes;

/// <summary>A creation with an initializer, moved to the successor.</summary>
internal static class SuccessorInitializer
{
    /// <summary>The creation of the successor's request.</summary>
    public static SuccessorRequest? Of(BaseObjectCreationExpressionSyntax creation, SuccessorNames names)
    {
        if (creation.ArgumentList?.Arguments.Count > 0)
        {
            return null;
        }

        var kept = new List<(ExpressionSyntax Old, ExpressionSyntax New)>();
        var lost = new List<(string, string)>();
        var assigned = new HashSet<string>(StringComparer.Ordinal);
        foreach (ExpressionSyntax part in creation.Initializer?.Expressions ?? default)
        {
            if (
                part is not AssignmentExpressionSyntax assignment
                || names.Model.GetSymbolInfo(assignment.Left, names.Cancellation).Symbol is not IPropertySymbol property
            )
            {
                return null;
            }

            if (Generated.WireName(property) is not { } parameter)
            {
                kept.Add((part, part));
            }
            else if (names.Property(parameter) is { } other && names.Value(parameter, assignment.Right, other.Type) is { } value)
            {
                _ = assigned.Add(other.Name);
                kept.Add((part, Assignment(assignment, other.Name, value)));
            }
            else
            {
                lost.Add((parameter, part.WithoutTrivia().ToString()));
            }
        }

        ExpressionSyntax moved = creation.Initializer is { } initializer ? creation.WithInitializer(Keep(initializer, kept)) : creation;
        if (moved is ObjectCreationExpressionSyntax written)
        {
            moved = written.WithType(SyntaxFactory.ParseTypeName(names.TypeName(names.Successor)).WithTriviaFrom(written.Type));
        }

        string[] missing =
        [
            .. Generated.Properties(names.Successor)
                .Where(property => property.IsRequired && !assigned.Contains(property.Name))
                .Select(static property => property.Name),
        ];
        return new SuccessorRequest(moved, lost, missing);
    }

    private static AssignmentExpressionSyntax Assignment(AssignmentExpressionSyntax assignment, string property, ExpressionSyntax value) =>
        assignment
            .WithLeft(SyntaxFactory.IdentifierName(property).WithTriviaFrom(assignment.Left))
            .WithRight(value.WithTriviaFrom(assignment.Right));

    /// <summary>The initializer with some of its members: each keeps its comma, and the last one has one if the last one had one.</summary>
    private static InitializerExpressionSyntax Keep(
        InitializerExpressionSyntax initializer,
        List<(ExpressionSyntax Old, ExpressionSyntax New)> kept
    )
    {
        SeparatedSyntaxList<ExpressionSyntax> members = initializer.Expressions;
        var parts = new List<SyntaxNodeOrToken>();
        foreach ((ExpressionSyntax old, ExpressionSyntax other) in kept)
        {
            int index = members.IndexOf(old);
            parts.Add(other);
            if (index < members.SeparatorCount)
            {
                parts.Add(members.GetSeparator(index));
            }
        }

        if (kept.Count > 0 && members.SeparatorCount < members.Count && parts[parts.Count - 1].IsToken)
        {
            SyntaxTriviaList end = members[members.Count - 1].GetTrailingTrivia();
            parts.RemoveAt(parts.Count - 1);
            parts[parts.Count - 1] = parts[parts.Count - 1].AsNode()!.WithTrailingTrivia(end);
        }

        return initializer.WithExpressions(SyntaxFactory.SeparatedList<ExpressionSyntax>(parts));
    }
}
