using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Diagnostics;

/// <summary>What the generator reports of one schema file.</summary>
internal static class SchemaReport
{
    /// <summary>A file with one parameter <c>p</c>.</summary>
    public static string Parameter(string schema) => $$"""
        {
          "properties": {
            "p": {{schema}}
          }
        }
        """;

    /// <summary>One diagnostic at the marked text, and nothing else; anything but an error still gives a type that compiles.</summary>
    public static void AssertOnly(string id, DiagnosticSeverity severity, string marked, string message)
    {
        var schema = MarkedSchema.Parse(marked);
        GeneratorOutput output = GeneratorHarness.Run(TestProject.With(schema.Text, "/a.json"));
        Assert.Equal($"{id} {severity} /a.json({schema.Line},{schema.Column})+{schema.Length}: {message}", Assert.Single(output.Report));
        if (severity is not DiagnosticSeverity.Error)
        {
            output.AssertCompiles();
        }
    }

    /// <summary>No diagnostic of any severity.</summary>
    public static void AssertNothing(string schema) => Assert.Empty(GeneratorHarness.Run(TestProject.With(schema, "/a.json")).Report);
}
