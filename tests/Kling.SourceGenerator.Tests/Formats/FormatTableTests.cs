using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kling.Annotations;
using Kling.Emulator;
using Kling.SourceGenerator.Tests.Analyzers;
using Kling.SourceGenerator.Tests.Models;
using Kling.Tests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests.Formats;

/// <summary>Every judge of a format gives the rows of the table their verdict. <c>kling validate</c> does so in its own tests.</summary>
public sealed class FormatTableTests
{
    // The line of the harness's usings and the one that opens the list stand before.
    private const int FirstRow = 2;

    private static readonly SchemaJudge Emulator = new(FormatsRequest.Model.Schema);

    private static readonly Lazy<MetadataReference> Compiled = new(static () => ClipModel.Compile(TestProject.With(FormatsRequest.Model.Schema, "/schemas/formats.json")));

    public static TheoryData<string> Formats => [.. FormatTable.Formats, "phone"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_generated_type_accepts_text_that_has_the_format(string format) => AssertVerdicts(format, text =>
    {
        using var json = JsonDocument.Parse(Body(format, text));
        bool isValid = FormatsRequest.TryParse(json.RootElement, out FormatsRequest? request, out IReadOnlyList<KlingViolation> violations);
        Assert.Equal(isValid ? [] : [$"/{format} format \"{format}\""], violations.Select(static violation => $"{violation.Path} {violation.Keyword} {violation.Limit}"));
        Assert.All(violations, static violation => Assert.EndsWith(".", violation.Message, StringComparison.Ordinal));
        Assert.Equal(isValid ? text : null, request is null ? null : JsonNode.Parse(request.ToJson())![format]!.GetValue<string>());
        return isValid;
    });

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_generated_type_and_its_attributes_validate_assigned_formats(string format)
    {
        PropertyInfo property = Property(format);
        AssertVerdicts(format, text =>
        {
            // A Uri that cannot be made cannot be assigned.
            object? value = property.PropertyType == typeof(Uri) ? UriRows.Held(text) : text;
            if (value is null)
            {
                return false;
            }

            var request = new FormatsRequest();
            property.SetValue(request, value);
            Assert.Equal(request.Validate().Count == 0, property.GetCustomAttribute<SchemaFormatAttribute>()!.IsValid(value));
            return request.Validate().Count == 0;
        });
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_emulator_judges_formats_alike(string format) => AssertVerdicts(format, text => Emulator.Judge(Body(format, text)).Count == 0);

    [Fact]
    public void A_uri_in_a_list_and_one_without_a_type_are_judged_alike()
    {
        AssertVerdicts("uri", static text => Agreed(new JsonObject { ["uris"] = new JsonArray(text) }));
        AssertVerdicts("uri", static text => Agreed(new JsonObject { ["untyped"] = text }));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_analyzers_report_each_constant_that_does_not_have_the_format(string format)
    {
        (string Text, bool IsValid)[] rows = [.. FormatTable.Of(format)];
        string name = Property(format).Name;
        string code = $"internal static class Program {{ internal static object[] All = [\n{string.Join(",\n", rows.Select(row => $"new FormatsRequest {{ {name} = {Value(format, row.Text)} }}"))}\n]; }}";

        CSharpCompilation compilation = AnalyzerHarness.Compilation(code, Compiled.Value);
        AnalyzerHarness.AssertCompiles(compilation);

        // Some URIs of the table are well-formed, and no server can fetch them: that is KLING207.
        IReadOnlyList<Diagnostic> found = [.. (await AnalyzerHarness.Run(compilation)).Where(static diagnostic => diagnostic.Id != "KLING207")];

        Assert.All(found, static diagnostic => Assert.Equal("KLING107", diagnostic.Id));
        HashSet<int> reported = [.. found.Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line - FirstRow)];
        Assert.Equal(rows.Where(static row => !row.IsValid).Select(static row => row.Text), rows.Where((_, index) => reported.Contains(index)).Select(static row => row.Text));
    }

    [Fact]
    public void A_default_that_is_not_a_uri_is_ignored_with_the_reason()
    {
        (string Text, bool IsValid)[] rows = [.. FormatTable.Of("uri")];
        var properties = new JsonObject(rows.Select(static (row, index) => KeyValuePair.Create<string, JsonNode?>(
            $"p{index}", new JsonObject { ["type"] = "string", ["format"] = "uri", ["default"] = row.Text })));
        string schema = new JsonObject { ["type"] = "object", ["properties"] = properties }.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

        GeneratorOutput output = GeneratorHarness.Run(TestProject.With(schema));

        output.AssertCompiles();
        Assert.All(output.Diagnostics, static diagnostic => Assert.Contains(": it is not an absolute URI (RFC 3986). ", diagnostic.GetMessage(null), StringComparison.Ordinal));
        string[] written = schema.Split('\n');
        Assert.Equal(
            rows.Where(static row => !row.IsValid).Select(static row => row.Text),
            output.Diagnostics
                .Select(static diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition.Line).Order()
                .Select(line => JsonNode.Parse($"{{{written[line]}}}")!["default"]!.GetValue<string>()));
    }

    private static void AssertVerdicts(string format, Func<string, bool> isValid) =>
        Assert.Equal(FormatTable.Of(format), FormatTable.Of(format).Select(row => (row.Text, isValid(row.Text))));

    private static bool Agreed(JsonObject body)
    {
        string json = body.ToJsonString();
        using var parsed = JsonDocument.Parse(json);
        bool isValid = FormatsRequest.TryParse(parsed.RootElement, out _, out _);
        Assert.Equal(isValid, Emulator.Judge(json).Count == 0);
        return isValid;
    }

    private static string Body(string format, string text) => new JsonObject { [format] = text }.ToJsonString();

    private static PropertyInfo Property(string format) =>
        typeof(FormatsRequest).GetProperties().Single(property => property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == format);

    private static string Value(string format, string text) =>
        format == "uri" ? $"new Uri({SymbolDisplay.FormatLiteral(text, quote: true)})" : SymbolDisplay.FormatLiteral(text, quote: true);
}
