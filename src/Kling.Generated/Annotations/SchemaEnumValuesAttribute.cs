namespace Kling.Annotations;

/// <summary>The JSON values of an enum that was generated from <c>enum</c> or <c>const</c>, in the order of its members.</summary>
/// <param name="json">The values as a JSON array: <c>["16:9","9:16"]</c>.</param>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class SchemaEnumValuesAttribute(string json) : Attribute
{
    /// <summary>The values as a JSON array.</summary>
    public string Json { get; } = json;

    /// <summary>
    /// Whether the members are numbered 1, 2, 3 … in the schema's order, so that their numbers have no meaning. Otherwise each value in the
    /// JSON is an integer, or a string of digits, and the member has that number. Default: <see langword="false"/>.
    /// </summary>
    public bool AreNumbered { get; init; }
}
