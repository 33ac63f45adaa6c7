namespace Kling.SourceGenerator.Schema;

/// <summary>One member of a JSON object, with the location of its name.</summary>
internal sealed class JsonMember(string name, TextSpan nameSpan, JsonNode value)
{
    public string Name { get; } = name;

    /// <summary>The location of the name, quotes included.</summary>
    public TextSpan NameSpan { get; } = nameSpan;

    public JsonNode Value { get; } = value;
}
