using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The text that a value has on the wire.</summary>
internal static class UriReader
{
    /// <summary>A string itself, or the text of <c>new Uri("…")</c>; <see langword="null"/> if it is not constant.</summary>
    public static string? Text(PlacedValue value, CancellationToken cancellation) =>
        (value.Constant().Value ?? (Argument(value, cancellation) is { } text ? value.Model.GetConstantValue(text, cancellation).Value : null)) as string;

    private static ExpressionSyntax? Argument(PlacedValue value, CancellationToken cancellation) =>
        value.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation
        && value.Model.GetSymbolInfo(creation, cancellation).Symbol is IMethodSymbol { ContainingType.Name: "Uri" } constructor
        && constructor.Parameters[0].Type.SpecialType is SpecialType.System_String
            ? arguments.FirstOrDefault(argument => (argument.NameColon?.Name.Identifier.ValueText ?? constructor.Parameters[0].Name) == constructor.Parameters[0].Name)?.Expression
            : null;
}
