using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING113: <c>dependentRequired</c>.</summary>
internal static class DependentRule
{
    public static void Check(Construction construction, KnownSymbols known, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach ((string name, string required) in construction.Shape.Dependents)
        {
            if (
                construction.IsGiven(name) is true
                && construction.IsGiven(required) is false
                && !construction.MayGet(required, known, cancellation)
            )
            {
                string missing = Name(construction.Shape, required);
                report(
                    Diagnostic.Create(
                        ConstraintDiagnostics.DependentIsMissing,
                        Place(construction, construction.Assigned[name]),
                        ImmutableDictionary<string, string?>.Empty.Add(ConstraintDiagnostics.Nearest, missing),
                        Name(construction.Shape, name),
                        missing
                    )
                );
            }
        }
    }

    /// <summary>Where the parameter is given that needs the other one: its name, if that is in sight.</summary>
    private static Location Place(Construction construction, ParameterValue given) =>
        given.Added.Length > 0 ? given.Added[0].Step.GetLocation()
        : given.Value?.Place is not { } place ? construction.Place
        : place.Parent switch
        {
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left.GetLocation(),
            ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Arguments.Count: 1,
                    Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var step } }
                }
            } when step.Identifier.ValueText.StartsWith("With", StringComparison.Ordinal) => step.GetLocation(),
            ArgumentSyntax argument => argument.GetLocation(),
            _ => construction.Place,
        };

    private static string Name(RecordShape shape, string wireName) =>
        shape.Properties.TryGetValue(wireName, out IPropertySymbol? property) ? property.Name : wireName;
}
