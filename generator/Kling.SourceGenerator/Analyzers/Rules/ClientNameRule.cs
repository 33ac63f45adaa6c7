using Kling.SourceGenerator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>KLING208: a client is asked for by a misspelled name, which <c>AddKling</c> in the same type has given to none.</summary>
internal static class ClientNameRule
{
    public static void Check(IInvocationOperation call, OperationAnalysisContext context, KnownSymbols known)
    {
        if (
            SymbolEqualityComparer.Default.Equals(call.TargetMethod.TypeArguments.FirstOrDefault(), known.Client?.Client)
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "serviceKey") is { Parameter: { } parameter } argument
            && PlacedValue.Of(argument.Value, parameter.Type) is { } key
            && ValueReader.Single(key, context.CancellationToken) is { } single
            && single.Known(context.CancellationToken).Text is { } name
            && call.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type
            && Names(type) is { Length: > 0 } names
            && !names.Contains(name, StringComparer.Ordinal)
            && KeySpelling.Nearest(name, names) is (var nearest, true)
            && !QuietPlace.Has(call)
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(UseDiagnostics.NameIsMisspelled, single.Place.GetLocation(), name, "a client", nearest)
            );
        }
    }

    private static string[] Names(TypeDeclarationSyntax type) =>
        [
            .. type.DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Where(static call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AddKling" })
                .SelectMany(static call => call.ArgumentList.Arguments.Take(1))
                .Select(static argument => (argument.Expression as LiteralExpressionSyntax)?.Token.Value as string)
                .OfType<string>(),
        ];
}
