using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING114, KLING115: a key among the additional parameters is a declared parameter, or nearly so.</summary>
internal static class AdditionalParameterRule
{
    public static void CheckBag(PlacedValue bag, IPropertySymbol property, OperationAnalysisContext context, KnownSymbols known)
    {
        if (property.Name == "AdditionalParameters" && known.RecordOf(property.ContainingType) is { } shape)
        {
            foreach (PlacedValue key in new AdditionalKeys(property, context.CancellationToken).Of(bag))
            {
                Check(key, shape, context);
            }
        }
    }

    public static void CheckStep(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            call.TargetMethod is { Name: "WithAdditionalParameter", ContainingType: { } builder, Parameters: { Length: > 0 } parameters }
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal is 0) is { } argument
            && PlacedValue.Of(argument.Value, parameters[0].Type) is { } key
            && known.RequestOf(builder) is { } shape
        )
        {
            Check(key, shape, context);
        }
    }

    private static void Check(PlacedValue key, RecordShape shape, OperationAnalysisContext context)
    {
        foreach (PlacedValue leaf in ValueReader.Leaves(key, context.CancellationToken))
        {
            if (leaf.Known(context.CancellationToken).Text is not { } name)
            {
                continue;
            }

            if (shape.Properties.TryGetValue(name, out IPropertySymbol? declared))
            {
                Report(ConstraintDiagnostics.KeyShadowsParameter, leaf, name, declared, name, context, DiagnosticSeverity.Error);
            }
            else if (KeySpelling.Nearest(name, shape.Properties.Keys) is (var nearest, var isCertain))
            {
                Report(
                    ConstraintDiagnostics.KeyMisspellsParameter,
                    leaf,
                    name,
                    shape.Properties[nearest],
                    nearest,
                    context,
                    isCertain ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info
                );
            }
        }
    }

    private static void Report(
        DiagnosticDescriptor descriptor,
        PlacedValue key,
        string name,
        IPropertySymbol property,
        string wireName,
        OperationAnalysisContext context,
        DiagnosticSeverity severity
    ) =>
        context.ReportDiagnostic(
            Diagnostic.Create(
                descriptor,
                key.Place.GetLocation(),
                severity,
                additionalLocations: null,
                ImmutableDictionary<string, string?>.Empty.Add(ConstraintDiagnostics.Nearest, property.Name),
                name,
                property.Name,
                wireName
            )
        );
}
