using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Holds each value against the constraints of the property or parameter that it goes to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstraintAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        ConstraintDiagnostics.NumberIsBelowMinimum,
        ConstraintDiagnostics.NumberIsAboveMaximum,
        ConstraintDiagnostics.NumberIsNotAMultiple,
        ConstraintDiagnostics.TextIsTooShort,
        ConstraintDiagnostics.TextIsTooLong,
        ConstraintDiagnostics.PatternIsNotMatched,
        ConstraintDiagnostics.UriIsNotAbsolute,
        ConstraintDiagnostics.EnumValueIsUndefined,
        ConstraintDiagnostics.TooFewElements,
        ConstraintDiagnostics.TooManyElements,
        ConstraintDiagnostics.ElementStandsTwice);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is { } known)
            {
                start.RegisterOperationAction(operation => Analyze(operation, known), ValuePlaces.Operations);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, KnownSymbols known)
    {
        if (ValuePlaces.Of(context.Operation) is not { } place || known.ConstraintsOf(place.Target) is not { All.IsEmpty: false } constraints)
        {
            return;
        }

        if (place.Value is ExpressionSyntax expression && context.Operation.SemanticModel is { } model)
        {
            var value = new PlacedValue(expression, expression, model, place.Type);
            Check(value, 0, constraints, known.NameOf(place.Target), context.ReportDiagnostic, context.CancellationToken);
        }
    }

    private static void Check(PlacedValue value, int depth, SchemaConstraints constraints, string name, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (PlacedValue leaf in ValueReader.Leaves(value, cancellation))
        {
            var check = new ConstraintCheck(leaf, name, report, cancellation);
            ListValue? list = constraints.NeedsList(depth) ? ListReader.Read(leaf, cancellation) : null;
            foreach (SchemaConstraint constraint in constraints.All)
            {
                if (constraint.ItemDepth == depth)
                {
                    Rule(check, constraint, list);
                }
            }

            if (constraints.Depth > depth && leaf.IsSettled)
            {
                foreach (PlacedValue item in list?.Items ?? ImmutableArray<PlacedValue>.Empty)
                {
                    Check(item, depth + 1, constraints, name, report, cancellation);
                }
            }
        }
    }

    private static void Rule(ConstraintCheck check, SchemaConstraint constraint, ListValue? list)
    {
        switch (constraint)
        {
            case RangeConstraint range:
                RangeRule.Check(check, range);
                break;
            case MultipleOfConstraint multiple:
                MultipleOfRule.Check(check, multiple);
                break;
            case LengthConstraint length:
                LengthRule.Check(check, length);
                break;
            case PatternConstraint pattern:
                PatternRule.Check(check, pattern);
                break;
            case UriConstraint:
                UriRule.Check(check);
                break;
            case EnumConstraint:
                EnumRule.Check(check);
                break;
            case ItemCountConstraint count when list is not null:
                ItemCountRule.Check(check, count, list);
                break;
            case UniqueItemsConstraint when list is { } && check.Value.IsSettled:
                UniqueItemsRule.Check(check, list);
                break;
        }
    }
}
