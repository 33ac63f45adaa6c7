using System.Text;

namespace Kling.Benchmarks.Results;

/// <summary>A file of results in the making.</summary>
internal abstract class MarkdownFile
{
    private readonly StringBuilder _text = new();

    public MarkdownFile Line(string text)
    {
        _ = _text.Append(text).Append('\n');
        return this;
    }

    public void Table(string[] head, IEnumerable<string[]> rows)
    {
        Line($"| {string.Join(" | ", head)} |").Line($"|{string.Concat(head.Select(static _ => "---|"))}");
        foreach (string[] row in rows)
        {
            _ = Line($"| {string.Join(" | ", row)} |");
        }

        _ = Line("");
    }

    public void Table(IEnumerable<Goal> goals) =>
        Table(["what", "limit", "measured", "holds"], goals.Select(static goal => new[] { goal.What, goal.Limit, goal.Result, goal.Holds ? "yes" : "**no**" }));

    /// <summary>What was written so far, with one line end behind it; what follows begins anew.</summary>
    protected string Take()
    {
        string text = _text.ToString().TrimEnd('\n') + "\n";
        _ = _text.Clear();
        return text;
    }
}
