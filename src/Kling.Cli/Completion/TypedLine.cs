using System.Text;

namespace Kling.Cli;

/// <summary>A command line that a shell asks completions for: <c>kling [suggest:14] "kling run kling"</c>.</summary>
/// <param name="Words">The words before the one with the cursor, without <c>kling</c> and without quotes.</param>
/// <param name="Word">What is typed of the word with the cursor.</param>
internal sealed record TypedLine(IReadOnlyList<string> Words, string Word)
{
    private const string Directive = "[suggest";

    /// <summary>The line, or <see langword="null"/> if the arguments do not ask for completions.</summary>
    public static TypedLine? Of(IReadOnlyList<string> args)
    {
        if (args is not [var directive, var line] || !directive.StartsWith(Directive, StringComparison.Ordinal))
        {
            return null;
        }

        // A shell may count another length, where it has removed quotes or counts bytes.
        string number = directive[Directive.Length..].Trim(':', ']');
        int end = int.TryParse(number, out int position) ? Math.Clamp(position, 0, line.Length) : line.Length;
        List<string> words = Split(line[..end]);
        return new TypedLine([.. words.Skip(1).SkipLast(1)], words.Count > 1 ? words[^1] : "");
    }

    /// <summary>The words of a line; the last one is empty if the line ends with a space.</summary>
    private static List<string> Split(string line)
    {
        List<string> words = [];
        var word = new StringBuilder();
        char? quote = null;
        for (int i = 0; i < line.Length; i++)
        {
            char character = line[i];
            if (character == '\\' && quote != '\'' && i + 1 < line.Length && line[i + 1] is ' ' or '"' or '\'' or '\\')
            {
                i++;
                _ = word.Append(line[i]);
            }
            else if (character == quote)
            {
                quote = null;
            }
            else if (quote is null && character is '"' or '\'')
            {
                quote = character;
            }
            else if (quote is null && char.IsWhiteSpace(character))
            {
                Add();
            }
            else
            {
                _ = word.Append(character);
            }
        }

        words.Add(word.ToString());
        return words;

        void Add()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                _ = word.Clear();
            }
        }
    }
}
