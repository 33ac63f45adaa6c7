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
    private const string TokenStart = "kj2.";

    private static readonly Dictionary<string, string> Synonyms = new(StringComparer.Ordinal)
    {
        ["uri"] = "url",
        ["uris"] = "urls",
        ["img"] = "image",
        ["imgs"] = "images",
    };

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
                    Report(context, UseDiagnostics.RequiredIsUnset, leaf, name, "unset");
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
        ?? (KeySpelling.Nearest(name, shape.Properties.Keys) is (var nearest, true) ? nearest : Synonym(name, shape));

    /// <summary>The parameter that says the same in other words: <c>image_uri</c> is <c>image_url</c>.</summary>
    private static string? Synonym(string name, RecordShape shape) =>
        string.Join("_", KeySpelling.Words(name).Select(static word => Synonyms.TryGetValue(word, out string? other) ? other : word))
            is var same
        && shape.Properties.ContainsKey(same)
            ? same
            : null;

    private static void CheckSlug(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        SerializedBodyRule.CheckKind(call, context);
        foreach ((PlacedValue leaf, string slug) in Texts(call, context))
        {
            if (!known.Models.ContainsKey(slug) && (OfUrl(slug, known) ?? NearestModel(slug, known)) is { } nearest)
            {
                Report(context, UseDiagnostics.NameIsMisspelled, leaf, slug, "a model", nearest);
            }

            JsonBodyRule.CheckSubmit(call, slug, context, known);
            SerializedBodyRule.CheckNames(call, slug, context, known);
        }
    }

    /// <summary>The slug that a URL or a path of the API ends with.</summary>
    private static string? OfUrl(string text, KnownSymbols known) =>
        text.TrimEnd('/') is var path
        && path.LastIndexOf('/') is >= 0 and var slash
        && path.Substring(slash + 1) is var last
        && known.Models.ContainsKey(last)
            ? last
            : null;

    /// <summary>The slug of a model whose type's name is written, or what was probably meant.</summary>
    private static string? NearestModel(string slug, KnownSymbols known) =>
        known.Models.FirstOrDefault(model => model.Value.Name == slug || model.Value.Name == slug + "Request").Key
        ?? (KeySpelling.Nearest(slug, known.Models.Keys) is (var nearest, true) ? nearest : SlugSpelling.Nearest(slug, known.Models.Keys));

    private static void CheckToken(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (Argument(call) is not { } token)
        {
            return;
        }

        foreach (PlacedValue leaf in ValueReader.Leaves(token, context.CancellationToken))
        {
            if (
                (IsOtherText(leaf.Known(context.CancellationToken)) || new JobIds(known, context.CancellationToken).Contains(leaf))
                && !QuietPlace.Has(call)
            )
            {
                Report(context, UseDiagnostics.TokenIsAnId, leaf, leaf.Place.ToString());
            }
        }
    }

    /// <summary>Whether a text surely does not begin as a token does, neither of this version nor of version 0.1.</summary>
    private static bool IsOtherText(KnownValue text)
    {
        if (text is not (ExactValue { Constant: string } or TextParts or TextSamples))
        {
            return false;
        }

        string start = text.Parts[0].TrimStart();
        bool mayContinue = text.Parts.Length > 1;
        return !(
            start.StartsWith("{", StringComparison.Ordinal)
            || start.StartsWith(TokenStart, StringComparison.Ordinal)
            || (mayContinue && TokenStart.StartsWith(start, StringComparison.Ordinal))
        );
    }

    private static PlacedValue? Argument(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is { Parameter: { } parameter } argument
            ? PlacedValue.Of(argument.Value, parameter.Type)
            : null;

    private static IEnumerable<(PlacedValue Leaf, string Text)> Texts(IInvocationOperation call, OperationAnalysisContext context) =>
        Argument(call) is { } value
            ? ValueReader
                .Leaves(value, context.CancellationToken)
                .Select(leaf => (leaf, text: leaf.Known(context.CancellationToken).Text))
                .Where(static pair => pair.text is not null)
                .Select(static pair => (pair.leaf, pair.text!))
            : [];

    private static void Report(
        OperationAnalysisContext context,
        DiagnosticDescriptor descriptor,
        PlacedValue leaf,
        params object[] arguments
    ) => context.ReportDiagnostic(Diagnostic.Create(descriptor, leaf.Place.GetLocation(), arguments));
}
