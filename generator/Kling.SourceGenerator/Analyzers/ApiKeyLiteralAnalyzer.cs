using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING202: a constant in the shape of an API key, given to the client's constructor or to its options. Any other text is no
/// key, and neither is a made-up one whose digits stand in a row (<c>SG_0000000000000000</c>, <c>SG_0123456789abcdef</c>), as tests against the emulator use them.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ApiKeyLiteralAnalyzer : DiagnosticAnalyzer
{
    private const string Prefix = "SG_";
    private const int Digits = 16;

    /// <summary>A digit that is not beside the one before it. Sixteen digits by chance have twelve; fewer than four are one key in a hundred million.</summary>
    private const int JumpsInMadeUpKey = 3;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(UseDiagnostics.ApiKeyIsInTheSource);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ClientSymbols.Of(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(operation => AnalyzeArgument(operation, symbols), OperationKind.Argument);
                start.RegisterOperationAction(operation => AnalyzeAssignment(operation, symbols), OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment);
            }
        });
    }

    private static void AnalyzeArgument(OperationAnalysisContext context, ClientSymbols symbols)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument.Parameter is { } parameter && symbols.IsApiKey(parameter))
        {
            Check(context, argument.Value);
        }
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, ClientSymbols symbols)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { } property } && symbols.IsApiKey(property))
        {
            Check(context, assignment.Value);
        }
    }

    private static void Check(OperationAnalysisContext context, IOperation value)
    {
        switch (value)
        {
            case { ConstantValue: { HasValue: true, Value: string text } }:
                if (IsKey(text.Trim()))
                {
                    context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.ApiKeyIsInTheSource, value.Syntax.GetLocation()));
                }

                break;

            case IConversionOperation conversion:
                Check(context, conversion.Operand);
                break;

            // A key to fall back on: configuration["key"] ?? "SG_…".
            case ICoalesceOperation coalesce:
                Check(context, coalesce.Value);
                Check(context, coalesce.WhenNull);
                break;

            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                Check(context, conditional.WhenTrue);
                Check(context, whenFalse);
                break;
        }
    }

    private static bool IsKey(string text)
    {
        if (text.Length != Prefix.Length + Digits || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        int jumps = 0;
        for (int i = Prefix.Length; i < text.Length; i++)
        {
            if (Digit(text[i]) is not { } digit)
            {
                return false;
            }

            jumps += i > Prefix.Length && Math.Abs(digit - Digit(text[i - 1])!.Value) > 1 ? 1 : 0;
        }

        return jumps > JumpsInMadeUpKey;
    }

    private static int? Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => null,
    };
}
