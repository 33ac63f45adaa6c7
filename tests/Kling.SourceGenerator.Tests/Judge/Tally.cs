using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;

namespace Kling.SourceGenerator.Tests.Judge;

/// <summary>What came of a run, and which keywords it has proven to refuse something.</summary>
internal sealed class Tally(IEnumerable<string> keywords)
{
    private const int Shown = 5;

    private readonly HashSet<string> _unseen = [.. keywords];

    /// <summary>The judges of the last schema without a keyword: null if it does not have that. Each is asked about many requests.</summary>
    private readonly Dictionary<string, SchemaJudge?> _without = new(StringComparer.Ordinal);

    private JsonObject? _schema;

    public int Valid { get; private set; }

    public int Invalid { get; private set; }

    public List<string> Disagreements { get; } = [];

    public IReadOnlyCollection<string> Unseen => _unseen;

    public string Shortest => string.Join("\n\n", Disagreements.OrderBy(static text => text.Length).DistinctBy(static text => text.Split('\n')[0]).Take(Shown));

    public void Count(JsonObject schema, JsonElement request, IReadOnlyList<KlingViolation> judged, bool isValid, IReadOnlyList<KlingViolation> violations)
    {
        if (judged.Count == 0 != isValid)
        {
            Disagreements.Add($"""
                schema    {schema.ToJsonString()}
                request   {request.GetRawText()}
                judge     {(judged.Count == 0 ? "valid" : string.Join(" ", judged))}
                generated {(isValid ? "valid" : string.Join(" ", violations))}
                """);
        }

        if (isValid)
        {
            Valid++;
            return;
        }

        Invalid++;
        if (!ReferenceEquals(schema, _schema))
        {
            _schema = schema;
            _without.Clear();
        }

        _ = _unseen.RemoveWhere(keyword => IsRefusedBy(keyword, schema, request));
    }

    public override string ToString() => $"{Valid} valid, {Invalid} refused";

    /// <summary>Whether the request would be valid without the keyword.</summary>
    private bool IsRefusedBy(string keyword, JsonObject schema, JsonElement request)
    {
        if (!_without.TryGetValue(keyword, out SchemaJudge? judge))
        {
            JsonNode without = schema.DeepClone();
            judge = Remove(without, keyword) ? new SchemaJudge(without.ToJsonString()) : null;
            _without.Add(keyword, judge);
        }

        return judge?.Judge(request).Count == 0;
    }

    private static bool Remove(JsonNode? node, string keyword)
    {
        bool isRemoved = node is JsonObject members && members.Remove(keyword);
        JsonNode?[] children = node is JsonObject rest ? [.. rest.Select(static member => member.Value)] : node is JsonArray items ? [.. items] : [];
        foreach (JsonNode? child in children)
        {
            isRemoved |= Remove(child, keyword);
        }

        return isRemoved;
    }
}
