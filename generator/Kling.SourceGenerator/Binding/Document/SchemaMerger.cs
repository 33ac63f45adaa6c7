using System.Collections.Immutable;
using Kling.SourceGenerator.Binding.Keywords;
using Kling.SourceGenerator.Schema;

namespace Kling.SourceGenerator.Binding.Document;

/// <summary>Two schemas that hold for the same value, as one (<c>allOf</c>).</summary>
internal static class SchemaMerger
{
    /// <param name="first">One schema; of annotations that both have its own are kept.</param>
    /// <param name="second">The other.</param>
    /// <param name="isExact">Whether the result says all that the two say.</param>
    public static JsonNode Merge(JsonNode first, JsonNode second, out bool isExact)
    {
        isExact = !ClosesOverOthersProperties(first, second) && !ClosesOverOthersProperties(second, first);
        ImmutableArray<JsonMember>.Builder members = first.Members.ToBuilder();
        foreach (JsonMember member in second.Members)
        {
            int index = members.FindIndex(other => other.Name == member.Name);
            if (index < 0)
            {
                members.Add(member);
            }
            else if (!KnownKeywords.IsAnnotation(member.Name))
            {
                JsonNode? both = Merge(member.Name, members[index].Value, member.Value);
                isExact &= both is not null;
                members[index] = both is null ? members[index] : new JsonMember(member.Name, members[index].NameSpan, both);
            }
        }

        return JsonNode.Object(first.Span, members.ToImmutable());
    }

    private static JsonNode? Merge(string keyword, JsonNode first, JsonNode second) =>
        keyword switch
        {
            _ when JsonPrinter.Print(first) == JsonPrinter.Print(second) => first,
            "type" => MergeTypes(first, second),
            "properties" => MergeProperties(first, second),
            "required" => JsonNode.Array(
                first.Span,
                first.Items.AddRange(second.Items.Where(name => first.Items.All(other => other.Text != name.Text)))
            ),
            "minimum" or "minLength" or "minItems" or "minProperties" => Tighter(first, second, wantsGreater: true),
            "maximum" or "maxLength" or "maxItems" or "maxProperties" => Tighter(first, second, wantsGreater: false),
            _ => null,
        };

    private static JsonNode? Tighter(JsonNode first, JsonNode second, bool wantsGreater) =>
        first.Kind is JsonKind.Number && second.Kind is JsonKind.Number && NumberToken.Compare(first.Text, second.Text) is { } order
            ? (order > 0 == wantsGreater ? first : second)
            : null;

    private static JsonNode? MergeTypes(JsonNode first, JsonNode second)
    {
        JsonNode[] left = Types(first);
        JsonNode[] right = Types(second);
        bool Has(JsonNode[] types, string type) => types.Any(other => other.Text == type);
        JsonNode[] both =
        [
            .. left.Where(type => Has(right, type.Text) || (type.Text == "integer" && Has(right, "number"))),
            .. right.Where(type => type.Text == "integer" && Has(left, "number") && !Has(left, "integer")),
        ];
        return both.Length == 0 ? null
            : both.Length == 1 ? both[0]
            : JsonNode.Array(first.Span, both.ToImmutableArray());
    }

    private static JsonNode[] Types(JsonNode type) => type.Kind is JsonKind.Array ? [.. type.Items] : [type];

    private static JsonNode MergeProperties(JsonNode first, JsonNode second)
    {
        ImmutableArray<JsonMember>.Builder members = first.Members.ToBuilder();
        foreach (JsonMember member in second.Members)
        {
            int index = members.FindIndex(other => other.Name == member.Name);
            if (index < 0)
            {
                members.Add(member);
            }
            else
            {
                JsonMember own = members[index];
                JsonNode both = JsonNode.Array(own.Value.Span, ImmutableArray.Create(own.Value, member.Value));
                members[index] = new JsonMember(
                    own.Name,
                    own.NameSpan,
                    JsonNode.Object(own.Value.Span, ImmutableArray.Create(new JsonMember("allOf", own.NameSpan, both)))
                );
            }
        }

        return JsonNode.Object(first.Span, members.ToImmutable());
    }

    /// <summary>
    /// <c>additionalProperties</c> applies only to the properties beside it: combined with others it would mean something else.
    /// </summary>
    private static bool ClosesOverOthersProperties(JsonNode closing, JsonNode other) =>
        closing["additionalProperties"] is { Kind: not JsonKind.True } && other["properties"] is { Members.Length: > 0 };
}

file static class MemberSearch
{
    public static int FindIndex(this ImmutableArray<JsonMember>.Builder members, Func<JsonMember, bool> matches)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (matches(members[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
