using System.Collections.Concurrent;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RoslynSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace Kling.SourceGenerator;

/// <summary>The rules and diagnostics of schema files in the compiler's own types.</summary>
internal static class SchemaDescriptors
{
    private static readonly ConcurrentDictionary<SchemaRule, DiagnosticDescriptor> Known = new();

    public static DiagnosticDescriptor Of(SchemaRule rule) =>
        Known.GetOrAdd(
            rule,
            static rule => new DiagnosticDescriptor(
                rule.Id,
                rule.Title,
                rule.Message,
                "Kling.Schema",
                Severity(rule.Severity),
                isEnabledByDefault: true,
                helpLinkUri: HelpLinks.For(rule.Id)
            )
        );

    public static Diagnostic ToDiagnostic(this DiagnosticModel diagnostic) =>
        Diagnostic.Create(Of(diagnostic.Rule), Location(diagnostic.Path, diagnostic.Span, diagnostic.Lines), [.. diagnostic.Arguments]);

    public static Location Location(string path, Schema.TextSpan span, LineSpan lines) =>
        Microsoft.CodeAnalysis.Location.Create(
            path,
            new RoslynSpan(span.Start, span.Length),
            new LinePositionSpan(new LinePosition(lines.StartLine, lines.StartColumn), new LinePosition(lines.EndLine, lines.EndColumn))
        );

    private static DiagnosticSeverity Severity(SchemaSeverity severity) =>
        severity switch
        {
            SchemaSeverity.Error => DiagnosticSeverity.Error,
            SchemaSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
}
