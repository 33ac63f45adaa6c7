namespace Kling.SourceGenerator.Schema;

/// <summary>JSON values by their meaning: numbers by value, objects without regard to the order of their members.</summary>
internal static class JsonEquality
{
    public static bool AreEqual(JsonNode left, JsonNode right) =>
        left.Kind == right.Kind
        && left.Kind switch
        {
            JsonKind.String => left.Text == right.Text,
            JsonKind.Number => left.Text == right.Text || NumberToken.Compare(left.Text, right.Text) is 0,
            JsonKind.Array => left.Items.Length == right.Items.Length
                && left.Items.Zip(right.Items, AreEqual).All(static isEqual => isEqual),
            JsonKind.Object => left.Members.Length == right.Members.Length
                && left.Members.All(member => right[member.Name] is { } other && AreEqual(member.Value, other)),
            _ => true,
        };
}
