using System.Text;

namespace Kling;

/// <summary>
/// What a list of tools says of a model: names and descriptions for agents. They are short, because every request of a chat has them.
/// </summary>
internal static class ModelText
{
    // The longest name that the common APIs of language models take. They allow letters, digits, '_' and '-'.
    private const int LongestName = 64;

    /// <summary>A tool's name: the slug, with <c>_</c> for what a name must not contain.</summary>
    public static string ToolName(string slug)
    {
        var name = new StringBuilder(slug.Length);
        foreach (char c in slug)
        {
            _ = name.Append(char.IsAsciiLetterOrDigit(c) || c is '_' or '-' ? c : '_');
        }

        if (!char.IsAsciiLetter(name[0]))
        {
            _ = name.Insert(0, '_');
        }

        return name.Length <= LongestName ? name.ToString() : name.ToString(0, LongestName);
    }

    /// <summary>A tool's name that is not taken yet. It is added to the taken ones.</summary>
    public static string ToolName(string slug, ISet<string> taken)
    {
        string name = ToolName(slug);
        string free = name;
        for (int number = 2; !taken.Add(free); number++)
        {
            string suffix = FormattableString.Invariant($"_{number}");
            free = name[..Math.Min(name.Length, LongestName - suffix.Length)] + suffix;
        }

        return free;
    }

    /// <summary>What the model does and returns, how long a job takes, and what it costs.</summary>
    public static string Description(KlingModel model)
    {
        var text = new StringBuilder(Sentence(model.Title));
        if (model.Description.Length > 0)
        {
            _ = text.Append(' ').Append(Sentence(model.Description));
        }

        return text.Append(' ').Append(Summary(model)).ToString();
    }

    /// <summary>
    /// The facts of a model without its own text: <c>Output: video. Usually takes 190 s. Cost: about 1.84 USD (average).</c>
    /// </summary>
    public static string Summary(KlingModel model)
    {
        var text = new StringBuilder("Output: ").Append(Kind(model.Output)).Append('.');
        if (Seconds(model.TypicalDuration) is { } seconds)
        {
            _ = text.Append(FormattableString.Invariant($" Usually takes {seconds} s."));
        }

        _ = text.Append(" Cost: ").Append(model.Cost).Append('.');
        if (model.IsRetired || model.IsDeprecated)
        {
            _ = text.Append(model.IsRetired ? " Retired: the API refuses it" : " Deprecated");
            _ = text.Append(model.ReplacedBy is { } successor ? $"; use {successor.Slug}." : ".");
        }

        return text.ToString();
    }

    /// <summary>The name of a kind of output, as in <c>x-output</c>.</summary>
    public static string Kind(KlingOutputKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Whole seconds, at least one.</summary>
    public static long? Seconds(TimeSpan? time) => time is { } known ? Math.Max(1, (long)Math.Round(known.TotalSeconds)) : null;

    private static string Sentence(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length > 0 && trimmed[^1] is '.' or '!' or '?' ? trimmed : trimmed + ".";
    }
}
