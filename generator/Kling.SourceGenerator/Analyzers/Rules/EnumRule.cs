using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING108: a closed enum takes its members only; a cast, arithmetic or <c>default</c> can give another value. Where the members are
/// numbered in the schema's order, a number says nothing, and no member can be guessed from it.
/// </summary>
internal static class EnumRule
{
    public static void Check(ConstraintCheck check)
    {
        if ((EnumReader.EnumOf(check.Value.Type()) ?? EnumReader.EnumOf(check.Value.Target)) is not { } type)
        {
            return;
        }

        IFieldSymbol[] members = [.. type.GetMembers().OfType<IFieldSymbol>().Where(static member => member.HasConstantValue)];
        if (members.Length == 0)
        {
            return;
        }

        bool isNumbered = IsNumbered(type);
        PlacedValue[] sources = [.. Sources(check)];
        foreach (PlacedValue source in sources)
        {
            if (Number(source, check.Cancellation) is not { } number)
            {
                continue;
            }

            if (isNumbered && !EnumReader.NamesMember(source, type, check.Cancellation))
            {
                check.Fail(
                    ConstraintDiagnostics.EnumValueIsUndefined,
                    "The number " + NumberText.Text(number),
                    $"does not say which member of '{type.Name}' is meant"
                );
                return;
            }

            if (NumberText.Exact(number) is { } exact && members.All(member => NumberText.Exact(member.ConstantValue) != exact))
            {
                bool mayBeNear = !isNumbered && sources.Length == 1 && IsMeantAsNumber(source, type);
                check.Fail(
                    ConstraintDiagnostics.EnumValueIsUndefined,
                    "The number " + NumberText.Text(number),
                    $"is not a value of '{type.Name}'",
                    mayBeNear ? [(ConstraintDiagnostics.Nearest, Nearest(members, exact))] : []
                );
                return;
            }
        }
    }

    /// <summary>It is the same whether the enum comes from source or from metadata.</summary>
    private static bool IsNumbered(INamedTypeSymbol type) =>
        EnumReader.Values(type)?.NamedArguments.Any(static argument => argument is { Key: "AreNumbered", Value.Value: true }) is true;

    /// <summary>The value itself where the compiler knows it, else what is cast to the enum: the value of a local, for example.</summary>
    private static IEnumerable<PlacedValue> Sources(ConstraintCheck check) =>
        check.Value.Constant().HasValue ? [check.Value]
        : check.Value.Value is CastExpressionSyntax cast
            ? ValueReader.Leaves(check.Value.Part(cast.Expression, target: null), check.Cancellation)
        : [];

    private static object? Number(PlacedValue source, CancellationToken cancellation) =>
        source.Known(cancellation).Exact switch
        {
            char letter => (int)letter,
            { } constant when NumberText.IsInteger(constant) => constant,
            _ => null,
        };

    /// <summary>The code of a letter and the number of another enum's member are near to nothing.</summary>
    private static bool IsMeantAsNumber(PlacedValue source, INamedTypeSymbol type)
    {
        ExpressionSyntax number = source.Value is CastExpressionSyntax cast ? cast.Expression : source.Value;
        return source.Model.GetTypeInfo(number).Type switch
        {
            { SpecialType: SpecialType.System_Char } => false,
            { TypeKind: TypeKind.Enum } other => SymbolEqualityComparer.Default.Equals(other, type),
            _ => true,
        };
    }

    /// <summary>The member with the nearest number; of two as near, the lesser.</summary>
    private static string Nearest(IFieldSymbol[] members, decimal number) =>
        members
            .OrderBy(member => Math.Abs((NumberText.Exact(member.ConstantValue) ?? 0) - number))
            .ThenBy(static member => NumberText.Exact(member.ConstantValue))
            .First()
            .Name;
}
