using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Checks a value against the constraints of the property or parameter that it is assigned to.</summary>
internal static class ConstraintRules
{
    public static void Check(PlacedValue value, ISymbol target, OperationAnalysisContext context, KnownSymbols known)
    {
        if (known.ConstraintsOf(target) is { All.IsEmpty: false } constraints)
        {
            Check(value, 0, constraints, known.NameOf(target), known, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    /// <summary>
    /// Checks a value that becomes a union on its way to a local, a field or a caller. One that goes straight to a parameter is checked
    /// there.
    /// </summary>
    public static void Check(IConversionOperation conversion, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            conversion.OperatorMethod is { ContainingType: var union }
            && known.Concerns(union)
            && known.IsUnion(union)
            && !GoesToParameter(conversion, known)
            && PlacedValue.Of(conversion.Operand, conversion.Operand.Type!) is { } value
        )
        {
            var whole = new SchemaConstraints(ImmutableArray.Create<SchemaConstraint>(new UnionConstraint(0, union)));
            Check(value, 0, whole, union.Name, known, context.ReportDiagnostic, context.CancellationToken);
        }
    }

    /// <summary>Checks a value in JSON. Its own type is JSON's, so that its enum is checked by what reads it.</summary>
    public static void CheckJson(ConstraintCheck check, int depth, SchemaConstraints constraints, ListValue? list, KnownSymbols known)
    {
        RangeConstraint? range = constraints.All.OfType<RangeConstraint>().FirstOrDefault(bounds => bounds.ItemDepth == depth);
        foreach (
            SchemaConstraint constraint in constraints.All.Where(constraint =>
                constraint.ItemDepth == depth && constraint is not (EnumConstraint or UnionConstraint or UniqueItemsConstraint)
            )
        )
        {
            Rule(check, constraint, list, range, known);
        }
    }

    private static bool GoesToParameter(IOperation value, KnownSymbols known) =>
        value.Parent switch
        {
            IArgumentOperation { Parameter.ContainingType: { } type } => known.Concerns(type),
            IAssignmentOperation { Target: IPropertyReferenceOperation { Property.ContainingType: { } type } } assignment =>
                assignment.Value == value && known.Concerns(type),
            IVariableInitializerOperation
            or IReturnOperation
            or ISymbolInitializerOperation
            or IExpressionStatementOperation
            or null => false,
            IOperation parent => GoesToParameter(parent, known),
        };

    /// <summary>Whether a value behind a name became a union where the name was given it: it is checked there.</summary>
    private static bool IsCheckedAtName(PlacedValue value, INamedTypeSymbol union) =>
        !value.IsInPlace
        && value.Model.GetTypeInfo(value.Value).ConvertedType is { } converted
        && SymbolEqualityComparer.Default.Equals(converted, union);

    private static void Check(
        PlacedValue value,
        int depth,
        SchemaConstraints constraints,
        string name,
        KnownSymbols known,
        Action<Diagnostic> report,
        CancellationToken cancellation
    )
    {
        foreach (PlacedValue leaf in ValueReader.Leaves(value, cancellation))
        {
            var check = new ConstraintCheck(leaf, name, report, cancellation);
            RangeConstraint? range = constraints.All.OfType<RangeConstraint>().FirstOrDefault(bounds => bounds.ItemDepth == depth);
            ListValue? list = constraints.NeedsList(depth) ? ListReader.Read(leaf, cancellation) : null;
            foreach (SchemaConstraint constraint in constraints.All)
            {
                if (constraint.ItemDepth == depth)
                {
                    Rule(check, constraint, list, range, known);
                }
            }

            if (constraints.Depth > depth && leaf.IsSettled)
            {
                foreach (PlacedValue item in list?.Items ?? ImmutableArray<PlacedValue>.Empty)
                {
                    Check(item, depth + 1, constraints, name, known, report, cancellation);
                }
            }
        }
    }

    /// <summary>A URL that a member is declared with, where it is declared.</summary>
    private static PlacedValue? AtMember(ConstraintCheck check, FormatConstraint format, KnownSymbols known) =>
        MemberValue.Shown(
            check.Value,
            target =>
                known.Concerns(target.ContainingType)
                && known.ConstraintsOf(target.OriginalDefinition).Own<FormatConstraint>()?.Format == format.Format,
            check.Cancellation
        );

    private static void Rule(
        ConstraintCheck check,
        SchemaConstraint constraint,
        ListValue? list,
        RangeConstraint? bounds,
        KnownSymbols known
    )
    {
        switch (constraint)
        {
            case RangeConstraint range:
                RangeRule.Check(check, range);
                break;
            case FiniteConstraint:
                FiniteRule.Check(check, bounds);
                break;
            case UnionConstraint { Union: var union }
                when !IsCheckedAtName(check.Value, union)
                    && (check.Value.Type() is { } type ? known.CaseOf(union, type) : null) is { } option:
                // The union's own constraint says that it has an enum.
                Check(
                    check.Value,
                    0,
                    known.ConstraintsOf(option).Without<EnumConstraint>(),
                    check.Name,
                    known,
                    check.Report,
                    check.Cancellation
                );
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
            case FormatConstraint format:
                ConstraintCheck text = check with { Shown = () => AtMember(check, format, known) };
                FormatRule.Check(text, format);
                FetchableUrlRule.Check(text, format);
                break;
            case UrlNameConstraint url:
                FetchableUrlRule.Check(check, url);
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
