using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;
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

            if (
                ValueReader.Single(bag, context.CancellationToken) is { } single
                && JsonText.Parsed(single, context.CancellationToken) is { } json
            )
            {
                foreach (JsonMember member in json.Root.Members)
                {
                    Check(member.Name, json.Place(member.NameSpan), shape, context, canMove: false);
                }
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
            if (leaf.Known(context.CancellationToken).Text is { } name)
            {
                Check(name, leaf.Place.GetLocation(), shape, context, canMove: true);
            }
        }
    }

    /// <param name="name">The key.</param>
    /// <param name="place">Where it is written.</param>
    /// <param name="shape">The record.</param>
    /// <param name="context">Where it is reported.</param>
    /// <param name="canMove">Whether a fix can make an assignment of the key and its value: they are expressions of their own.</param>
    private static void Check(string name, Location place, RecordShape shape, OperationAnalysisContext context, bool canMove)
    {
        (DiagnosticDescriptor Descriptor, string Nearest, DiagnosticSeverity Severity)? found =
            shape.Properties.ContainsKey(name) ? (ConstraintDiagnostics.KeyShadowsParameter, name, DiagnosticSeverity.Error)
            : KeySpelling.Nearest(name, shape.Properties.Keys) is (var nearest, var isCertain)
                ? (
                    ConstraintDiagnostics.KeyMisspellsParameter,
                    nearest,
                    isCertain ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info
                )
            : null;
        if (found is var (descriptor, wireName, severity))
        {
            string property = shape.Properties[wireName].Name;
            context.ReportDiagnostic(
                Diagnostic.Create(
                    descriptor,
                    place,
                    severity,
                    additionalLocations: null,
                    canMove ? ImmutableDictionary<string, string?>.Empty.Add(ConstraintDiagnostics.Nearest, property) : null,
                    name,
                    property,
                    wireName
                )
            );
        }
    }
}
