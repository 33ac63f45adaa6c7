using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Kling.SourceGenerator.Tests;

/// <summary>What MSBuild tells the generator: properties of the project and metadata of its files.</summary>
internal sealed class ProjectOptionsProvider(IReadOnlyDictionary<string, string> properties) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options("build_property.", properties);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    // The targets escape metadata.
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(
        "build_metadata.AdditionalFiles.",
        ((InMemoryFile.Additional)textFile).File.Metadata.ToDictionary(static pair => pair.Key, static pair => Uri.EscapeDataString(pair.Value)));

    private sealed class Options(string prefix, IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = null;
            return key.StartsWith(prefix, StringComparison.Ordinal) && values.TryGetValue(key[prefix.Length..], out value);
        }
    }
}
