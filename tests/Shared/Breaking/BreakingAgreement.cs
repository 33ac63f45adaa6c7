using System.Text.Json.Nodes;
using Kling.Emulator;

namespace Kling.Cli.Tests;

/// <summary>
/// Compares the verdict of <c>kling breaking</c> about requests with two judges of JSON: does a request become invalid that was valid? A
/// request may not contain a parameter that only the new schema declares.
/// </summary>
internal sealed class BreakingAgreement(int seed)
{
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, RuleVerdicts> _rules = ChangeRules.All
        .Where(static rule => rule.Class is ChangeClass.Wire)
        .ToDictionary(static rule => rule.Id, static rule => new RuleVerdicts(rule.IsBreaking));

    /// <summary>Mutations that the verdict calls compatible, and for which no judge refused a request that was valid.</summary>
    public int Compatible { get; private set; }

    /// <summary>Mutations that the verdict calls breaking, and for which a judge refused a request that was valid.</summary>
    public int BreakingShown { get; private set; }

    /// <summary>Mutations that the verdict calls breaking, and for which no request showed it.</summary>
    public int BreakingNotShown { get; private set; }

    /// <summary>Mutations from which no model is generated.</summary>
    public int Unreadable { get; private set; }

    /// <summary>Requests that were valid by the old schema.</summary>
    public int ValidRequests { get; private set; }

    /// <summary>The verdicts by rule, in the order of the rules. A verdict can have several rules.</summary>
    public IReadOnlyDictionary<string, RuleVerdicts> Rules => _rules;

    /// <summary>Mutations that the verdict calls compatible, with a request that was valid and is refused: there must be none.</summary>
    public List<string> Contradictions { get; } = [];

    /// <summary>Tries mutations of a schema, in both directions.</summary>
    public void Try(string schema, int mutations, int requests)
    {
        var mutation = new SchemaMutation(_random);
        var first = Judged.Read(schema);
        Judged current = first;
        for (int i = 0; i < mutations; i++)
        {
            string text = mutation.Next(current.Text);
            Judged next;
            try
            {
                next = Judged.Read(text);
                Compare(current, next, requests);
                Compare(next, current, requests);
            }
            catch (CliFailure)
            {
                Unreadable++;
                next = first;
            }

            // Changes pile up for a while, so that keywords meet.
            current = i % 6 == 5 ? first : next;
        }
    }

    private void Compare(Judged old, Judged current, int requests)
    {
        ChangeRule[] rules =
        [
            .. WireChanges
                .Between(old.Compared, current.Compared)
                .Select(static change => change.Rule)
                .Where(static rule => rule.Class is ChangeClass.Wire)
                .Distinct(),
        ];
        bool isBreaking = rules.Any(static rule => rule.IsBreaking);
        string? refused = Refused(old, current, requests);
        Count(rules, refused is not null);
        switch (isBreaking, refused)
        {
            case (false, null):
                Compatible++;
                break;
            case (true, null):
                BreakingNotShown++;
                break;
            case (true, _):
                BreakingShown++;
                break;
            default:
                Contradictions.Add($"{old.Text}\n{current.Text}\n{refused}");
                break;
        }
    }

    private void Count(ChangeRule[] rules, bool isShown)
    {
        foreach (ChangeRule rule in rules)
        {
            // Of several breaking rules, any may have refused the request.
            bool isAlone = rules.Count(static other => other.IsBreaking) == (rule.IsBreaking ? 1 : 0);
            RuleVerdicts verdicts = _rules[rule.Id];
            _rules[rule.Id] = verdicts with
            {
                Comparisons = verdicts.Comparisons + 1,
                Alone = verdicts.Alone + (isAlone ? 1 : 0),
                Shown = verdicts.Shown + (isAlone && isShown ? 1 : 0),
            };
        }
    }

    /// <summary>A request that was valid and is refused.</summary>
    private string? Refused(Judged old, Judged current, int requests)
    {
        var bodies = new RandomBody(_random, JsonNode.Parse(old.Text)!.AsObject());
        for (int i = 0; i < requests; i++)
        {
            string body = bodies.Next().ToJsonString();
            if (old.Own.Judge(body).Count > 0)
            {
                continue;
            }

            ValidRequests++;
            bool isOtherValid = old.Other.Validate(body).Count == 0;
            if (current.Own.Judge(body).Count > 0 || (isOtherValid && current.Other.Validate(body).Count > 0))
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>A schema as the command reads it, and its two judges. It is compared in both directions.</summary>
    private sealed record Judged(string Text, ComparedSchema Compared, SchemaJudge Own, NJsonSchema.JsonSchema Other)
    {
        /// <exception cref="CliFailure">No model is generated from it.</exception>
        public static Judged Read(string text) => new(
            text, ComparedSchema.Read("schema.json", text), new SchemaJudge(text), NJsonSchema.JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult());
    }
}
