using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>A keyword of the second schema that its first schema does not imply.</summary>
/// <param name="Rule">The rule, if the second schema is the new one.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="What">The keyword.</param>
/// <param name="FirstText">What the first schema says.</param>
/// <param name="SecondText">What the second schema says.</param>
/// <param name="First">Where the first schema says it, or would.</param>
/// <param name="Second">Where the second schema says it, or would.</param>
internal sealed record WireReport(
    ChangeRule Rule,
    string Parameter,
    string What,
    string FirstText,
    string SecondText,
    JsonNode First,
    JsonNode Second
);
