using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>The text of <c>new Uri("…")</c>.</summary>
internal static class UriReader
{
    private const int Relative = (int)UriKind.Relative;

    /// <summary>The argument that gives the text, its text, and whether the URI is relative by declaration.</summary>
    public static (ExpressionSyntax Argument, string Text, bool IsRelative)? Read(PlacedValue value, CancellationToken cancellation)
    {
        if (value.Value is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } creation
            || value.Model.GetSymbolInfo(creation, cancellation).Symbol is not IMethodSymbol { ContainingType.Name: "Uri" } constructor
            || constructor.Parameters[0].Type.SpecialType is not SpecialType.System_String
            || arguments.Any(static argument => argument.NameColon is not null)
            || value.Model.GetConstantValue(arguments[0].Expression, cancellation).Value is not string text)
        {
            return null;
        }

        bool isRelative = arguments.Count == 2
            && constructor.Parameters[1].Type.Name == nameof(UriKind)
            && value.Model.GetConstantValue(arguments[1].Expression, cancellation).Value is Relative;
        return (arguments[0].Expression, text, isRelative);
    }

    /// <summary>The text that a value has on the wire: a string itself, or that of a URI.</summary>
    public static string? Text(PlacedValue value, CancellationToken cancellation) =>
        value.Constant().Value as string ?? Read(value, cancellation)?.Text;
}
