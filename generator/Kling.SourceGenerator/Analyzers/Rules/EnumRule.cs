using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING108: a closed enum takes its members only; a cast, arithmetic or <c>default</c> can give another value.</summary>
internal static class EnumRule
{
    public static void Check(ConstraintCheck check)
    {
        if (check.Value.Constant() is not { HasValue: true, Value: { } value }
            || EnumType(check.Value) is not { } type
            || NumberText.Exact(value) is not { } number)
        {
            return;
        }

        IFieldSymbol[] members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(static member => member.HasConstantValue)];
        if (members.Length == 0 || members.Any(member => NumberText.Exact(member.ConstantValue) == number))
        {
            return;
        }

        // The nearest number; of two as near, the lesser.
        string nearest = members
            .OrderBy(member => Math.Abs((NumberText.Exact(member.ConstantValue) ?? 0) - number))
            .ThenBy(static member => NumberText.Exact(member.ConstantValue))
            .First().Name;
        check.Fail(ConstraintDiagnostics.EnumValueIsUndefined, NumberText.Text(value), type.Name, (ConstraintDiagnostics.Nearest, nearest));
    }

    private static INamedTypeSymbol? EnumType(PlacedValue value) =>
        value.Type() is INamedTypeSymbol { TypeKind: TypeKind.Enum } type ? type : null;
}
