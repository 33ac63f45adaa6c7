using System.Text.Json;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

/// <summary>Runs one check of raw JSON.</summary>
internal static class Checking
{
    public static IReadOnlyList<KlingViolation> Run(string json, KlingJsonCheck check)
    {
        using var document = JsonDocument.Parse(json);
        var validation = default(KlingValidation);
        check(document.RootElement, ref validation);
        return validation.Violations;
    }

    /// <summary>The one violation that a check finds.</summary>
    public static KlingViolation One(string json, KlingJsonCheck check) => Assert.Single(Run(json, check));

    /// <summary>Asserts that a check finds nothing, or one violation of a keyword at the value itself.</summary>
    public static void Expect(bool isValid, string keyword, string json, KlingJsonCheck check)
    {
        IReadOnlyList<KlingViolation> violations = Run(json, check);

        Assert.Equal(isValid ? [] : [$" {keyword}"], violations.Select(static violation => $"{violation.Path} {violation.Keyword}"));
        Assert.All(violations, static violation => Assert.EndsWith(".", violation.Message, StringComparison.Ordinal));
    }
}
