using Kling.SourceGenerator.Schema;

namespace Kling.Cli;

/// <summary>
/// Whether two schemas say the same in the same words: documentation does not count, and a reference counts as what it names.
/// </summary>
internal static class SchemaEquality
{
    private static readonly string[] Documentation = ["title", "description", "$comment"];

    public static bool AreEqual(JsonNode left, ComparedSchema leftFile, JsonNode right, ComparedSchema rightFile) =>
        AreEqual(left, leftFile, right, rightFile, []);

    private static bool AreEqual(
        JsonNode left,
        ComparedSchema leftFile,
        JsonNode right,
        ComparedSchema rightFile,
        HashSet<(JsonNode, JsonNode)> compared
    )
    {
        if (left.Kind is JsonKind.Array && right.Kind is JsonKind.Array)
        {
            return left.Items.Length == right.Items.Length
                && left.Items.Zip(right.Items).All(pair => AreEqual(pair.First, leftFile, pair.Second, rightFile, compared));
        }

        if (!left.IsObject || !right.IsObject)
        {
            return JsonEquality.AreEqual(left, right);
        }

        if (!compared.Add((left, right)))
        {
            return true;
        }

        JsonMember[] members = [.. left.Members.Where(IsMeant)];
        return members.Length == right.Members.Count(IsMeant)
            && members.All(member =>
                right[member.Name] is { } other
                && (
                    member.Name == "$ref" && leftFile.Resolve(member.Value) is { } target && rightFile.Resolve(other) is { } otherTarget
                        ? AreEqual(target, leftFile, otherTarget, rightFile, compared)
                        : AreEqual(member.Value, leftFile, other, rightFile, compared)
                )
            );
    }

    private static bool IsMeant(JsonMember member) => member.Value.Kind is not JsonKind.String || !Documentation.Contains(member.Name);
}
