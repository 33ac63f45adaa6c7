using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kling.SourceGenerator.Binding.Patterns;

namespace Kling.SourceGenerator.Tests.Binding;

/// <summary>Translated patterns in the JSON Schema test suite.</summary>
public sealed class PatternSuiteTests
{
    public static TheoryData<string> SuiteFiles => ["pattern.json", "patternProperties.json"];

    [Theory]
    [MemberData(nameof(SuiteFiles))]
    public void Every_case_of_the_JSON_Schema_test_suite_passes(string file)
    {
        string root = typeof(PatternSuiteTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;
        string path = Path.Combine(root, "..", "shared", "json-schema-test-suite", "draft2020-12", file);
        Assert.SkipUnless(
            File.Exists(path),
            $"The JSON Schema test suite is not at {path}. It belongs to the maintainers' workspace and is not needed to work on the project.");

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        int cases = 0;
        foreach (JsonElement group in document.RootElement.EnumerateArray())
        {
            foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
            {
                bool isValid = IsValid(group.GetProperty("schema"), test.GetProperty("data"));
                Assert.True(isValid == test.GetProperty("valid").GetBoolean(), $"{group.GetProperty("description")}: {test.GetProperty("description")}");
                cases++;
            }
        }

        Assert.NotEqual(0, cases);
    }

    /// <summary>As much of JSON Schema as stands in the two files.</summary>
    private static bool IsValid(JsonElement schema, JsonElement data) =>
        schema.ValueKind is not JsonValueKind.Object
            ? schema.GetBoolean()
            : schema.EnumerateObject().All(keyword => keyword.Name switch
            {
                "$schema" => true,
                "type" => keyword.Value.GetString() is { } type && (type == TypeOf(data) || (type == "number" && TypeOf(data) == "integer")),
                "maximum" => data.ValueKind is not JsonValueKind.Number || data.GetDouble() <= keyword.Value.GetDouble(),
                "pattern" => data.ValueKind is not JsonValueKind.String || Translate(keyword.Value.GetString()!).IsMatch(data.GetString()!),
                "patternProperties" => data.ValueKind is not JsonValueKind.Object || keyword.Value.EnumerateObject().All(
                    pattern => data.EnumerateObject().Where(member => Translate(pattern.Name).IsMatch(member.Name)).All(member => IsValid(pattern.Value, member.Value))),
                _ => throw new NotSupportedException($"The suite has a keyword more: {keyword.Name}."),
            });

    private static string TypeOf(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => data.TryGetInt64(out _) ? "integer" : "number",
        _ => data.ValueKind.ToString().ToLowerInvariant(),
    };

    private static Regex Translate(string pattern)
    {
        string? translated = EcmaPattern.Translate(pattern, out string? reason);
        Assert.True(translated is not null, $"{pattern}: {reason}");
        return new Regex(translated, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));
    }
}
