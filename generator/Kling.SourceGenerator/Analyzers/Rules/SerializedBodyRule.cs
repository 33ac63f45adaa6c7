using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// A body that <c>JsonSerializer.SerializeToElement</c> makes of an object. KLING211: one that is not a JSON object. KLING115: a misspelled
/// name in a dictionary or an anonymous object.
/// </summary>
internal static class SerializedBodyRule
{
    public static void CheckKind(IInvocationOperation call, OperationAnalysisContext context)
    {
        if (
            Body(call) is { } body
            && (
                JsonText.Parsed(body, context.CancellationToken) is { Root.Kind: not JsonKind.Object }
                || (
                    Serialized(body, context.CancellationToken) is var (value, _)
                    && IsNoObject(value.Model.GetTypeInfo(value.Value, context.CancellationToken).Type)
                )
            )
        )
        {
            OptionRule.Report(body, "body", "a JSON object", call, context);
        }
    }

    public static void CheckNames(IInvocationOperation call, string slug, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            known.Models.TryGetValue(slug, out INamedTypeSymbol? model)
            && known.ShapeOf(model) is { } shape
            && Body(call) is { } body
            && Serialized(body, context.CancellationToken) is var (value, hasOptions)
            && !hasOptions
            && !QuietPlace.Has(call)
        )
        {
            foreach ((string name, Location place) in Names(value, context.CancellationToken))
            {
                if (!shape.Properties.ContainsKey(name) && KeySpelling.Nearest(name, shape.Properties.Keys) is (var nearest, true))
                {
                    context.ReportDiagnostic(
                        Diagnostic.Create(
                            ConstraintDiagnostics.KeyMisspellsParameter,
                            place,
                            name,
                            shape.Properties[nearest].Name,
                            nearest
                        )
                    );
                }
            }
        }
    }

    private static PlacedValue? Body(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "body") is { Parameter: { } parameter } argument
            ? PlacedValue.Of(argument.Value, parameter.Type)
            : null;

    /// <summary>What is serialized, and whether options may give it other names.</summary>
    private static (PlacedValue Value, bool HasOptions)? Serialized(PlacedValue body, CancellationToken cancellation) =>
        JsonText.Maker(body, cancellation) is var made
        && made.Value is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call
        && made.Model.GetSymbolInfo(call, cancellation).Symbol
            is IMethodSymbol
            {
                Name: "SerializeToElement" or "SerializeToDocument",
                ContainingType: { Name: "JsonSerializer", ContainingNamespace.Name: "Json" }
            }
        && arguments[0].NameColon is null
            ? (made.Part(arguments[0].Expression, target: null), arguments.Count > 1)
            : null;

    private static bool IsNoObject(ITypeSymbol? type) =>
        type
            is IArrayTypeSymbol
                or { SpecialType: SpecialType.System_String or SpecialType.System_Boolean }
                or { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double }
                or INamedTypeSymbol { Name: "List", ContainingNamespace.Name: "Generic" };

    private static IEnumerable<(string Name, Location Place)> Names(PlacedValue value, CancellationToken cancellation) =>
        value.Value is AnonymousObjectCreationExpressionSyntax members
            ? members
                .Initializers.Select(Name)
                .OfType<SimpleNameSyntax>()
                .Select(static name => (name.Identifier.ValueText, name.GetLocation()))
            : new AdditionalKeys(parameters: null, cancellation)
                .Of(value)
                .Select(key => (Name: key.Known(cancellation).Text, Place: key.Place.GetLocation()))
                .Where(static key => key.Name is not null)
                .Select(static key => (key.Name!, key.Place));

    private static SimpleNameSyntax? Name(AnonymousObjectMemberDeclaratorSyntax member) =>
        member.NameEquals?.Name ?? member.Expression as SimpleNameSyntax ?? (member.Expression as MemberAccessExpressionSyntax)?.Name;
}
