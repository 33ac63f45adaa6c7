using System.Globalization;
using System.Text.RegularExpressions;
using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Model;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Patterns;

/// <summary>The regular expressions of one file. Each one is translated, reported and compiled once.</summary>
internal sealed class PatternBinder(SchemaFindings findings)
{
    private readonly Dictionary<string, Regex?> _regexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (PatternModel? Model, string? Reason)> _patterns = new(StringComparer.Ordinal);

    public IEnumerable<PatternModel> Models => _patterns.Values.Select(static pattern => pattern.Model).OfType<PatternModel>();

    /// <summary>The field of a pattern that is a keyword's value.</summary>
    public PatternModel? Field(JsonNode pattern, string keyword)
    {
        if (pattern.Kind is JsonKind.String)
        {
            return Field(pattern.Text, pattern.Span, keyword);
        }

        findings.Report(SchemaDiagnostics.KeywordValueIsInvalid, pattern.Span, keyword, "it must be a string");
        return null;
    }

    /// <summary>The field of a pattern that is a member's name.</summary>
    public PatternModel? Field(JsonMember member) => Field(member.Name, member.NameSpan, "patternProperties");

    /// <summary>Whether a text of the schema file matches a pattern; <see langword="null"/> if that is unknown.</summary>
    public bool? IsMatch(string ecma, string text)
    {
        if (!_regexes.TryGetValue(ecma, out Regex? regex))
        {
            regex = EcmaPattern.Translate(ecma, out _) is { } dotNet
                ? new Regex(dotNet, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
                : null;
            _regexes.Add(ecma, regex);
        }

        try
        {
            return regex?.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            // Once is enough: the compiler waits for this.
            _regexes[ecma] = null;
            return null;
        }
    }

    private PatternModel? Field(string ecma, TextSpan span, string keyword)
    {
        if (!_patterns.TryGetValue(ecma, out (PatternModel? Model, string? Reason) pattern))
        {
            string? dotNet = EcmaPattern.Translate(ecma, out string? reason);
            pattern = (
                dotNet is null
                    ? null
                    : new PatternModel("pattern" + (_patterns.Count + 1).ToString(CultureInfo.InvariantCulture), ecma, dotNet),
                reason
            );
            _patterns.Add(ecma, pattern);
        }

        if (pattern.Model is null)
        {
            findings.Report(SchemaDiagnostics.KeywordIsNotEnforced, span, keyword, $"the pattern cannot be used in .NET: {pattern.Reason}");
        }

        return pattern.Model;
    }
}
