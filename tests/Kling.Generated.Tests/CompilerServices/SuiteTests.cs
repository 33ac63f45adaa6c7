using System.Reflection;
using System.Text.Json;
using Kling.CompilerServices;

namespace Kling.Tests.CompilerServices;

/// <summary>The checks of raw JSON against the public JSON Schema test suite, which stands beside the repository.</summary>
public sealed class SuiteTests
{
    /// <summary>Groups with <c>$ref</c>, which becomes a call of another check, or with a keyword that is not enforced.</summary>
    private static readonly Dictionary<string, string[]> BeyondRawChecks = new()
    {
        ["items"] = ["items and subitems"],
        ["additionalProperties"] = ["dependentSchemas with additionalProperties"],
    };

    /// <summary>The files for the keywords that have a check here; every group in them counts, but for those above.</summary>
    public static TheoryData<string> Files =>
    [
        "type", "enum", "const", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "minItems",
        "maxItems", "uniqueItems", "required", "properties", "prefixItems", "additionalProperties", "patternProperties", "propertyNames", "minProperties",
        "maxProperties", "dependentRequired", "default", "anyOf", "oneOf", "allOf", "items", "boolean_schema",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_case_of_the_JSON_Schema_test_suite_passes(string file)
    {
        string root = typeof(SuiteTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;
        string path = Path.Combine(root, "..", "shared", "json-schema-test-suite", "draft2020-12", $"{file}.json");
        Assert.SkipUnless(
            File.Exists(path),
            $"The JSON Schema test suite is not at {path}. It belongs to the maintainers' workspace and is not needed to work on the project.");

        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        List<string> skipped = [];
        foreach (JsonElement group in document.RootElement.EnumerateArray())
        {
            if (SuiteSchema.Check(group.GetProperty("schema")) is { } check)
            {
                Run(group, check);
            }
            else
            {
                skipped.Add(group.GetProperty("description").GetString()!);
            }
        }

        Assert.Equal(BeyondRawChecks.GetValueOrDefault(file, []), skipped);
    }

    private static void Run(JsonElement group, KlingJsonCheck check)
    {
        foreach (JsonElement test in group.GetProperty("tests").EnumerateArray())
        {
            var validation = default(KlingValidation);
            check(test.GetProperty("data"), ref validation);
            Assert.True(
                validation.Count == 0 == test.GetProperty("valid").GetBoolean(),
                $"{group.GetProperty("description")}: {test.GetProperty("description")}: {string.Join(' ', validation.Violations)}");
        }
    }
}
