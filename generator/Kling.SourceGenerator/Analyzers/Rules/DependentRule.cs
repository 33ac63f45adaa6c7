using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING113: <c>dependentRequired</c>.</summary>
internal static class DependentRule
{
    public static void Check(Construction construction, Action<Diagnostic> report)
    {
        foreach ((string name, string required) in construction.Shape.Dependents)
        {
            if (construction.IsGiven(name) is true && construction.IsGiven(required) is false && construction.IsFinal.Value)
            {
                string missing = Name(construction.Shape, required);
                report(
                    Diagnostic.Create(
                        ConstraintDiagnostics.DependentIsMissing,
                        construction.Place,
                        ImmutableDictionary<string, string?>.Empty.Add(ConstraintDiagnostics.Nearest, missing),
                        Name(construction.Shape, name),
                        missing
                    )
                );
            }
        }
    }

    private static string Name(RecordShape shape, string wireName) =>
        shape.Properties.TryGetValue(wireName, out IPropertySymbol? property) ? property.Name : wireName;
}
