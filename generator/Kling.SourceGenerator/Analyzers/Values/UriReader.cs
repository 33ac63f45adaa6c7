using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The text that a value has on the wire.</summary>
internal static class UriReader
{
    /// <summary>A string itself, or the text of <c>new Uri("…")</c>; <see langword="null"/> if it is not constant.</summary>
    public static string? Text(PlacedValue value, CancellationToken cancellation) =>
        (value.Constant() is { HasValue: true } constant ? constant.Value
            : Argument(value, cancellation) is { } text ? value.Model.GetConstantValue(text, cancellation).Value
            : null) as string;

    private static ExpressionSyntax? Argument(PlacedValue value, CancellationToken cancellation) =>
        value.Value is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation
        && value.Model.GetSymbolInfo(creation, cancellation).Symbol is IMethodSymbol { ContainingType.Name: "Uri" } constructor
        && constructor.Parameters[0].Type.SpecialType is SpecialType.System_String
            ? arguments.FirstOrDefault(argument => Names(argument, constructor.Parameters[0]))?.Expression
            : null;

    // Of arguments without names the first is the text.
    private static bool Names(ArgumentSyntax argument, IParameterSymbol text) =>
        argument.NameColon is not { Name.Identifier.ValueText: var name } || name == text.Name;
}
