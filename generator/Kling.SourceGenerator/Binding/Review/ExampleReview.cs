using Kling.SourceGenerator.Binding.Findings;
using Kling.SourceGenerator.Binding.Instances;
using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>
/// Examples that their own schema refuses. Documentation leaves them out; the schema decides what is valid, so nothing that it says is
/// lost.
/// </summary>
internal static class ExampleReview
{
    public static void Check(JsonNode schema, InstanceJudge instances, SchemaFindings findings)
    {
        IEnumerable<JsonNode> examples = schema.ItemsOf("examples");
        foreach (JsonNode example in schema["example"] is { } single ? examples.Append(single) : examples)
        {
            if (instances.Fault(example, schema) is { } fault)
            {
                findings.Report(SchemaDiagnostics.ExampleIsNotValid, example.Span, JsonPrinter.Excerpt(example), fault.ToString());
            }
        }
    }
}
