namespace Kling.Cli;

/// <summary>A parameter in words.</summary>
internal static class ParameterText
{
    /// <summary>The type: <c>string (uri)</c>, <c>object[]</c>; <c>any</c> if there is not exactly one.</summary>
    public static string Type(KlingParameter parameter) =>
        parameter switch
        {
            { Type: "array", Items: { } items } => Type(items) + "[]",
            { Type: null } => "any",
            { Format: { } format } => $"{parameter.Type} ({format})",
            _ => parameter.Type,
        };

    /// <summary>What is allowed: <c>minimum 0, maximum 1</c> or the values, as JSON.</summary>
    public static string Allowed(KlingParameter parameter) =>
        string.Join(
            ", ",
            parameter
                .AllowedValues.Select(static value => value.GetRawText())
                .Concat(parameter.Limits.Select(static limit => $"{limit.Key} {limit.Value.GetRawText()}"))
        );

    /// <summary>The allowed values, as a user types them; empty if the schema does not list them.</summary>
    public static IEnumerable<string> Values(KlingParameter parameter) =>
        parameter switch
        {
            { Items: { } items } => Values(items),
            { AllowedValues.Count: > 0 } => parameter.AllowedValues.Select(static value => value.ToString()),
            { Type: "boolean" } => ["true", "false"],
            _ => [],
        };

    /// <summary>Whether it is required; otherwise its default.</summary>
    public static string Presence(KlingParameter parameter) =>
        parameter.IsRequired ? "required"
        : parameter.Default is { } value ? $"default {value.GetRawText()}"
        : "";

    /// <summary>Everything, for <c>--help</c>.</summary>
    public static string Sentence(KlingParameter parameter)
    {
        string allowed = Allowed(parameter);
        string[] facts =
        [
            Presence(parameter),
            allowed.Length == 0 ? ""
            : parameter.AllowedValues.Count > 0 ? "one of " + allowed
            : allowed,
            parameter.Type switch
            {
                "array" => ParameterValue.IsJson(parameter.Items?.Type) ? "JSON; may be repeated" : "may be repeated",
                "object" => "JSON",
                null => "JSON, or else text",
                _ => "",
            },
            parameter.IsDeprecated ? "deprecated" : "",
        ];
        string brackets = string.Join("; ", facts.Where(static fact => fact.Length > 0));
        return PlainText.OneLine(brackets.Length == 0 ? parameter.Description : $"{parameter.Description} [{brackets}]".TrimStart());
    }
}
