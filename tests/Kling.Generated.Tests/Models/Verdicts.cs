using System.Text.Json;
using Kling.Emulator;

namespace Kling.Tests.Models;

/// <summary>Holds the generated type and the judge against each other, body by body, and counts what they say.</summary>
internal sealed class Verdicts(string slug)
{
    private readonly KlingModel _model = Shipped.Model(slug);
    private readonly SchemaJudge _judge = new(Shipped.Model(slug).Schema);

    public int Accepted { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>The keywords that the generated type has named.</summary>
    public HashSet<string> Keywords { get; } = [];

    /// <summary>The keywords that the judge has named.</summary>
    public HashSet<string> JudgesKeywords { get; } = [];

    /// <returns>Whether both accept the body.</returns>
    public bool Compare(string body, string hint)
    {
        using var document = JsonDocument.Parse(body);
        IReadOnlyList<KlingViolation> judged = _judge.Judge(document.RootElement);
        bool isValid = _model.TryParse(document.RootElement, out IKlingRequest? request, out IReadOnlyList<KlingViolation> violations);
        string Story() => $"{slug}: {body}\nTryParse: {string.Join("; ", violations)}\nJudge: {string.Join("; ", judged)}\n{hint}";

        Assert.True(isValid == (violations.Count == 0), Story());
        Assert.True(isValid == (judged.Count == 0), Story());
        Assert.True(isValid == (request is not null), Story());
        if (request is not null)
        {
            // What was read is valid, too, and can be written.
            Assert.True(request.Validate().Count == 0, Story());
            Assert.Empty(_judge.Judge(new JsonRecord(request).Json));
            Accepted++;
            return true;
        }

        // Both find every place. About a body with half of a surrogate pair the judge says no more than that.
        if (!body.Contains("\\ud", StringComparison.Ordinal))
        {
            Assert.True(Places(violations).SetEquals(Places(judged)), Story());
        }

        Keywords.UnionWith(violations.Select(static violation => violation.Keyword));
        JudgesKeywords.UnionWith(judged.Select(static violation => violation.Keyword));
        Rejected++;
        return false;
    }

    private static HashSet<string> Places(IEnumerable<KlingViolation> violations) => [.. violations.Select(static violation => violation.Path)];
}
