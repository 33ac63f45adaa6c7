using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Texts that name something. KLING208: a parameter or a model under a misspelled name. KLING209: a required parameter that is unset.
/// KLING210: the id of a job where its token is wanted.
/// </summary>
internal static class WireNameRule
{
    public static void Check(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        switch (call.TargetMethod)
        {
            case { Name: "IsSet" or "Unset", ContainingType: { } type } when known.RecordOf(type) is { } shape:
                CheckParameter(call, shape, context);
                break;
            case { Name: "SubmitAsync" } method when method.Parameters.FirstOrDefault() is { Name: "slug" } && known.IsRuntime(method):
                CheckSlug(call, context, known);
                break;
            case { Name: "GetJob", Parameters.Length: 1 } method when known.Client?.IsClients(method) is true:
                CheckToken(call, context, known);
                break;
        }
    }

    private static void CheckParameter(IInvocationOperation call, RecordShape shape, OperationAnalysisContext context)
    {
        foreach ((PlacedValue leaf, string name) in Texts(call, context))
        {
            if (shape.Properties.TryGetValue(name, out IPropertySymbol? declared))
            {
                if (call.TargetMethod.Name == "Unset" && declared.IsRequired && !QuietPlace.Has(call))
                {
                    Report(context, UseDiagnostics.RequiredIsUnset, leaf, name);
                }
            }
            else if (NearestParameter(name, shape) is { } nearest)
            {
                Report(context, UseDiagnostics.NameIsMisspelled, leaf, name, "a parameter", nearest);
            }
        }
    }

    /// <summary>The wire name of a property whose C# name is written, or what was probably meant.</summary>
    private static string? NearestParameter(string name, RecordShape shape) =>
        shape.Properties.FirstOrDefault(pair => pair.Value.Name == name).Key
        ?? (KeySpelling.Nearest(name, shape.Properties.Keys) is (var nearest, true) ? nearest : null);

    private static void CheckSlug(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        foreach ((PlacedValue leaf, string slug) in Texts(call, context))
        {
            if (!known.Models.ContainsKey(slug) && KeySpelling.Nearest(slug, known.Models.Keys) is (var nearest, true))
            {
                Report(context, UseDiagnostics.NameIsMisspelled, leaf, slug, "a model", nearest);
            }
        }
    }

    private static void CheckToken(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        IOperation token = call.Arguments[0].Value;
        while (token is IConversionOperation conversion)
        {
            token = conversion.Operand;
        }

        bool isId =
            token is IPropertyReferenceOperation { Property: { Name: "RequestId" or "Slug", ContainingType: { } type } }
            && known.IsRuntime(type);
        bool isText = token.ConstantValue.Value is string text && !text.TrimStart().StartsWith("{", StringComparison.Ordinal);
        if ((isId || isText) && token.SemanticModel is not null && !QuietPlace.Has(call))
        {
            context.ReportDiagnostic(Diagnostic.Create(UseDiagnostics.TokenIsAnId, token.Syntax.GetLocation(), token.Syntax.ToString()));
        }
    }

    private static IEnumerable<(PlacedValue Leaf, string Text)> Texts(IInvocationOperation call, OperationAnalysisContext context)
    {
        IArgumentOperation? argument = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0);
        return argument is null || PlacedValue.Of(argument.Value, argument.Parameter!.Type) is not { } value
            ? []
            : ValueReader
                .Leaves(value, context.CancellationToken)
                .Select(static leaf => (leaf, text: leaf.Constant().Value as string))
                .Where(static pair => pair.text is not null)
                .Select(static pair => (pair.leaf, pair.text!));
    }

    private static void Report(
        OperationAnalysisContext context,
        DiagnosticDescriptor descriptor,
        PlacedValue leaf,
        params object[] arguments
    ) => context.ReportDiagnostic(Diagnostic.Create(descriptor, leaf.Place.GetLocation(), arguments));
}
