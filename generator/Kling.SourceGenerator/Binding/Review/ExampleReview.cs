using Kling.SourceGenerator.Diagnostics;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Review;

/// <summary>
/// Examples that their own schema refuses. Documentation leaves them out; the schema decides what is valid, so nothing that
/// it says is lost.
/// </summary>
internal static class ExampleReview
{
    public static void Check(JsonNode schema, SchemaScope scope)
    {
        IEnumerable<JsonNode> examples = schema.ItemsOf("examples");
        foreach (JsonNode example in schema["example"] is { } single ? examples.Append(single) : examples)
        {
            if (scope.Instances.Fault(example, schema) is { } fault)
            {
                scope.Report(SchemaDiagnostics.ExampleIsNotValid, example.Span, JsonPrinter.Excerpt(example), fault.ToString());
            }
        }
    }
}
