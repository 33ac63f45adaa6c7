using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// KLING202 in settings: <c>appsettings*.json</c> and <c>launchSettings.json</c>, if they are additional files. The text is searched and
/// not read as JSON, because these files may have comments and trailing commas.
/// </summary>
internal static class ApiKeyFileRule
{
    public static void Check(AdditionalFileAnalysisContext context)
    {
        if (
            !IsSettings(context.AdditionalFile.Path)
            || context.AdditionalFile.GetText(context.CancellationToken)?.ToString() is not { } text
        )
        {
            return;
        }

        LineMap? lines = null;
        for (int start = Next(text, 0); start >= 0; start = Next(text, start + 1))
        {
            int end = text.IndexOf('"', start + 1);
            if (end > 0 && KeyText.IsKey(text.Substring(start + 1, end - start - 1)))
            {
                var span = Schema.TextSpan.FromBounds(start, end + 1);
                lines ??= new LineMap(text);
                context.ReportDiagnostic(
                    Diagnostic.Create(
                        UseDiagnostics.ApiKeyIsInTheSource,
                        SchemaDescriptors.Location(context.AdditionalFile.Path, span, lines.Lines(span))
                    )
                );
            }
        }
    }

    private static int Next(string text, int start) => text.IndexOf('"' + KeyText.Prefix, start, StringComparison.Ordinal);

    private static bool IsSettings(string path)
    {
        string name = Path.GetFileName(path.Replace('\\', '/'));
        return name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            && (
                name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase)
                || name.Equals("launchSettings.json", StringComparison.OrdinalIgnoreCase)
            );
    }
}
