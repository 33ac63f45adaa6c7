using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING108: <c>Enum.Parse</c> of a text that is not the name of a member of a generated enum. It throws.</summary>
internal static class EnumNameRule
{
    public static void Check(IInvocationOperation call, OperationAnalysisContext context)
    {
        if (
            call.TargetMethod is { ContainingType.SpecialType: SpecialType.System_Enum, IsStatic: true }
            && TypeOf(call) is { TypeKind: TypeKind.Enum } type
            && EnumReader.Values(type) is not null
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "value") is { Parameter: { } parameter } argument
            && PlacedValue.Of(argument.Value, parameter.Type) is { } value
            && ValueReader.Single(value, context.CancellationToken) is { } single
            && single.Known(context.CancellationToken).Text is { } text
            && text.Trim() is { Length: > 0 } name
            && (char.IsLetter(name[0]) || name[0] == '_')
            && name.IndexOf(',') < 0
            && !type.MemberNames.Contains(name, Comparer(call))
            && !QuietPlace.Has(call)
        )
        {
            new ConstraintCheck(single, type.Name, context.ReportDiagnostic, context.CancellationToken).Fail(
                ConstraintDiagnostics.EnumValueIsUndefined,
                $"The text '{name}'",
                $"is not the name of a member of '{type.Name}'"
            );
        }
    }

    private static INamedTypeSymbol? TypeOf(IInvocationOperation call) =>
        (
            call.TargetMethod.TypeArguments.FirstOrDefault()
            ?? call.Arguments.Select(static argument => argument.Value).OfType<ITypeOfOperation>().FirstOrDefault()?.TypeOperand
        ) as INamedTypeSymbol;

    private static StringComparer Comparer(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "ignoreCase") is { } argument
        && argument.Value.ConstantValue is not { HasValue: true, Value: false }
            ? StringComparer.OrdinalIgnoreCase
            : StringComparer.Ordinal;
}
