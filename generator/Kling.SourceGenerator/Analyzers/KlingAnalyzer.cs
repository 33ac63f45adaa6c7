using System.Collections.Immutable;
using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// The diagnostics for C# code while it is typed: wiring only, each rule has its own file. There is one analyzer for all of them, so that
/// a call of something else costs one look at its type, however many rules there are.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KlingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(
            ConstraintDiagnostics.NumberIsBelowMinimum,
            ConstraintDiagnostics.NumberIsAboveMaximum,
            ConstraintDiagnostics.NumberIsNotAMultiple,
            ConstraintDiagnostics.TextIsTooShort,
            ConstraintDiagnostics.TextIsTooLong,
            ConstraintDiagnostics.PatternIsNotMatched,
            ConstraintDiagnostics.FormatIsViolated,
            ConstraintDiagnostics.EnumValueIsUndefined,
            ConstraintDiagnostics.TooFewElements,
            ConstraintDiagnostics.TooManyElements,
            ConstraintDiagnostics.ElementStandsTwice,
            ConstraintDiagnostics.MarkerLeadsNowhere,
            ConstraintDiagnostics.DependentIsMissing,
            ConstraintDiagnostics.KeyShadowsParameter,
            ConstraintDiagnostics.KeyMisspellsParameter,
            ConstraintDiagnostics.IsDeprecated,
            ConstraintDiagnostics.SlugIsTakenByReference,
            ConstraintDiagnostics.NumberIsNotFinite,
            ConstraintDiagnostics.ItemIsNotNamed,
            ConstraintDiagnostics.ModelIsRetired,
            ConstraintDiagnostics.ModelIsReplaced,
            ConstraintDiagnostics.SuccessorIsInvalid,
            ConstraintDiagnostics.SuccessorIsUnknown,
            UseDiagnostics.JobIsDropped,
            UseDiagnostics.ApiKeyIsInTheSource,
            UseDiagnostics.WaitIsSynchronous,
            UseDiagnostics.TaskIsDropped,
            UseDiagnostics.SequenceIsNotEnumerated,
            UseDiagnostics.ResultIsDropped,
            UseDiagnostics.UrlIsNotFetchable,
            UseDiagnostics.NameIsMisspelled,
            UseDiagnostics.RequiredIsUnset,
            UseDiagnostics.TokenIsAnId,
            UseDiagnostics.OptionIsOutOfRange,
            UseDiagnostics.HttpTimeoutIsTooShort,
            UseDiagnostics.ClientIsMadeOften,
            UseDiagnostics.ClientIsDisposedTooEarly
        );

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation) is not { } known)
            {
                return;
            }

            start.RegisterAdditionalFileAction(file => SlugRule.Check(file, known));
            start.RegisterAdditionalFileAction(file => SuccessorRule.Check(file, known));
            start.RegisterAdditionalFileAction(ApiKeyFileRule.Check);
            if (known.IsUsed())
            {
                Code(start, known, RuntimeReach.Of(known));
            }
        });
    }

    private static void Code(CompilationStartAnalysisContext start, KnownSymbols known, RuntimeReach reach)
    {
        FileNames[] keys = [.. start.Compilation.SyntaxTrees.Select(FileNames.Of).Where(static file => file.MayHaveKey)];

        // Attributes of the assembly are not the code of a type.
        bool areKeysLookedFor = Array.Exists(keys, static file => file.MayHaveKeyInAttributes);
        if (areKeysLookedFor)
        {
            start.RegisterOperationAction(operation => ApiKeyRule.CheckLiteral(operation, known), OperationKind.Literal);
        }

        if (reach.Count > 0 || (keys.Length > 0 && !areKeysLookedFor))
        {
            start.RegisterSymbolStartAction(type => Code(type, known, reach, areKeysLookedFor), SymbolKind.NamedType);
        }
    }

    /// <summary>
    /// The code of a type, without that of the types in it. Where nothing is registered, the compiler does not have to bind code for the
    /// analyzers.
    /// </summary>
    private static void Code(SymbolStartAnalysisContext type, KnownSymbols known, RuntimeReach reach, bool areKeysLookedFor)
    {
        SyntaxTree[] files = [.. type.Symbol.DeclaringSyntaxReferences.Select(static part => part.SyntaxTree)];
        if (files.Any(reach.Includes))
        {
            type.RegisterOperationAction(operation => Call(operation, known), OperationKind.Invocation);
            type.RegisterOperationAction(operation => Creation(operation, known), OperationKind.ObjectCreation);
            type.RegisterOperationAction(operation => With(operation, known), OperationKind.With);
            type.RegisterOperationAction(
                operation => Assignment(operation, known),
                OperationKind.SimpleAssignment,
                OperationKind.CoalesceAssignment
            );
            type.RegisterOperationAction(
                operation => ConstraintRules.Check((IConversionOperation)operation.Operation, operation, known),
                OperationKind.Conversion
            );
        }

        if (!areKeysLookedFor && files.Any(static file => FileNames.Of(file).MayHaveKey))
        {
            type.RegisterOperationAction(operation => ApiKeyRule.CheckLiteral(operation, known), OperationKind.Literal);
        }
    }

    private static void Call(OperationAnalysisContext context, KnownSymbols known)
    {
        var call = (IInvocationOperation)context.Operation;
        if (known.Concerns(call.TargetMethod.ContainingType))
        {
            Arguments(call.Arguments, context, known);
            ConstructionRules.Check(context, known);
            AdditionalParameterRule.CheckStep(call, context, known);
            DroppedJobRule.Check(call, known.Client, context.ReportDiagnostic);
            DroppedCopyRule.Check(call, known, context.ReportDiagnostic);
            SynchronousWaitRule.Check(call, known.Client, context.ReportDiagnostic);
            WireNameRule.Check(call, context, known);
            DisposedClientRule.Check(call, context, known);
            ReplacedModelRule.Check(call, context, known);
        }

        switch (call.TargetMethod.Name)
        {
            case "Deserialize":
                JsonBodyRule.CheckRead(call, context, known);
                break;
            case "Parse":
                EnumNameRule.Check(call, context);
                break;
            case "AddInMemoryCollection":
                ConfigurationRule.Check(call, context, known);
                break;
            case "GetKeyedService" or "GetRequiredKeyedService":
                ClientNameRule.Check(call, context, known);
                break;
            default:
                if (ServiceCalls.MayRegister(call.TargetMethod))
                {
                    HttpTimeoutRule.CheckRegistration(call, context, known);
                    ClientLifetimeRule.CheckRegistration(call, context, known);
                }

                break;
        }
    }

    private static void Creation(OperationAnalysisContext context, KnownSymbols known)
    {
        var creation = (IObjectCreationOperation)context.Operation;
        if (known.Concerns(creation.Type as INamedTypeSymbol))
        {
            Arguments(creation.Arguments, context, known);
            ConstructionRules.Check(context, known);
            HttpTimeoutRule.Check(creation, context, known);
            ClientLifetimeRule.CheckCreation(creation, context, known);
            DisposedClientRule.CheckCreation(creation, context, known);
            ReplacedModelRule.Check(creation, context, known);
        }
    }

    private static void With(OperationAnalysisContext context, KnownSymbols known)
    {
        if (known.Concerns(context.Operation.Type as INamedTypeSymbol))
        {
            ConstructionRules.Check(context, known);
        }
    }

    private static void Arguments(ImmutableArray<IArgumentOperation> arguments, OperationAnalysisContext context, KnownSymbols known)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (
                argument is { ArgumentKind: ArgumentKind.Explicit, Parameter: { } parameter }
                && PlacedValue.Of(argument.Value, parameter.Type) is { } value
            )
            {
                ConstraintRules.Check(value, parameter.OriginalDefinition, context, known);
                ApiKeyRule.Check(value, parameter, context, known.Client);
                DeprecatedRule.Check(value, parameter, context, known);
                OptionRule.Check(value, argument, context, known);
            }
        }
    }

    private static void Assignment(OperationAnalysisContext context, KnownSymbols known)
    {
        var assignment = (IAssignmentOperation)context.Operation;
        if (
            assignment.Target is IPropertyReferenceOperation { Property: { } property }
            && known.Concerns(property.ContainingType)
            && PlacedValue.Of(assignment.Value, property.Type) is { } value
        )
        {
            ConstraintRules.Check(value, property.OriginalDefinition, context, known);
            ApiKeyRule.Check(value, property, context, known.Client);
            AdditionalParameterRule.CheckBag(value, property, context, known);
            OptionRule.Check(assignment, property, context, known);
        }
    }
}
