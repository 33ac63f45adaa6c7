namespace Kling.SourceGenerator.Analyzers;

/// <summary>
/// Whether a key is a misspelled wire name, or a name of its own. A slip of the hand swaps two letters, doubles one, or drops, adds or
/// replaces one inside a word. What differs at the end of a word, in a short word or by a whole word is more likely another parameter,
/// which the schema does not know yet: <c>model</c> is not <c>mode</c>, and <c>first_name</c> is not <c>first_frame</c>.
/// </summary>
internal static class KeySpelling
{
    // In shorter words another letter gives another word.
    private const int Least = 3;
    private const int LeastPlural = 4;
    private const int LeastToAddOrDrop = 5;
    private const int LeastToReplace = 6;
    private const int LeastAtBorder = 8;

    // Other words beside it that are right say what is meant.
    private const int LeastWithOthers = 4;
    private const int LeastToReplaceWithOthers = 5;

    /// <summary>Words that are one slip away from words that parameters are named with, but are meant.</summary>
    private static readonly HashSet<string> OwnWords = new(
        (
            "dip ear grad otp stag temp tga ace act action angel area audio body calls card cause chose clips code coder cold color colour cost count cover cure date data deal desk dial diet dose dual duel east "
            + "edition effect emotion even event fame fast field file fine fist flag flame flap fling font form format formal from front gain game gate goal grain grid guide hand hint host "
            + "image inference input inset item lace lane laser last later layer lead lean least length level light limit line link list loan local lock logic loop loose lose lost mark mask match "
            + "mate mesh meta mint mode model moment mood motion mouth mute name near node noise note notion number object option order page paint pan part pass past path phase pint pitch place plan "
            + "plane plate plot point pose position post preference preset prize process product profile project promote proof quality quantity quiet quit rage range rate reaction real reel reference rest "
            + "revolution role roll rotation round route row sale sample save scale scene scope score sections seed segment sense server service shade shape share sheet shift shoot shop short shot shout sigh sign signal size "
            + "skin slot smile snap solution sort sound source space spare speech speed spend split spot stage stale star stare start state static station status step still stop stops store strand stroke strong "
            + "style subject table target task taste team test text theme tier tile time title tone topic trace track trail train trait trial trim trips tune turn type unit user vector version vice video "
            + "view vision voice volume wait wave weight wide width wind word zone"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>
    /// The declared name that a key misspells, the ordinally first of several; else the one that it is the plural or the singular of. A
    /// server may well know both, so that is not certain.
    /// </summary>
    public static (string Name, bool IsCertain)? Nearest(string key, IEnumerable<string> declared)
    {
        string[] words = Words(key);
        string[] ordered = [.. declared.OrderBy(static name => name, StringComparer.Ordinal)];
        return ordered.FirstOrDefault(name => Misspells(words, Words(name))) is { } meant ? (meant, true)
            : key.Length >= LeastPlural && ordered.FirstOrDefault(name => IsPlural(key, name) || IsPlural(name, key)) is { } other
                ? (other, false)
            : null;
    }

    private static bool Misspells(string[] key, string[] name)
    {
        string wrong = string.Concat(key);
        string right = string.Concat(name);
        return wrong.Length >= Least
            && (
                wrong == right
                || (
                    key.Length == name.Length
                        ? key.Zip(name, static (wrongWord, rightWord) => (wrongWord, rightWord))
                            .All(pair => pair.wrongWord == pair.rightWord || IsSlip(pair.wrongWord, pair.rightWord, right.Length))
                        : IsSlip(wrong, right, right.Length)
                )
            );
    }

    /// <summary>Whether two words differ by one slip.</summary>
    private static bool IsSlip(string wrong, string right, int length)
    {
        if (OwnWords.Contains(wrong))
        {
            return false;
        }

        int start = Common(wrong, right, fromEnd: false);
        int end = Common(wrong, right, fromEnd: true);
        bool hasOthers = length > right.Length && length >= LeastAtBorder;
        int leastToAddOrDrop = hasOthers ? LeastWithOthers : LeastToAddOrDrop;
        int leastToReplace = hasOthers ? LeastToReplaceWithOthers : LeastToReplace;
        if (IsDigit(wrong, start) || IsDigit(right, start))
        {
            return false;
        }

        switch (wrong.Length - right.Length)
        {
            case 0:
                int last = right.Length - 1 - end;
                return last == start
                    ? right.Length >= (IsInside(start, right.Length) ? leastToReplace : LeastAtBorder)
                    : last == start + 1 && length >= Least && wrong[start] == right[last] && wrong[last] == right[start];
            case 1 when start + end >= right.Length:
                // Of equal letters the added one is the last.
                return IsDoubled(wrong, start)
                    ? right.Length >= leastToAddOrDrop
                    : start < right.Length && right.Length >= (start > 0 ? leastToAddOrDrop : LeastAtBorder);
            case -1 when start + end >= wrong.Length:
                return (start == right.Length - 1 ? length >= LeastAtBorder : IsDoubled(right, start) || IsInside(start, right.Length))
                    ? right.Length >= leastToAddOrDrop && !IsPlural(wrong, right)
                    : right.Length >= LeastAtBorder
                    && !IsPlural(wrong, right);
            default:
                return false;
        }
    }

    private static bool IsDigit(string word, int index) => index < word.Length && char.IsDigit(word[index]);

    private static bool IsInside(int index, int length) => index > 0 && index < length - 1;

    private static bool IsDoubled(string word, int index) =>
        index < word.Length
        && ((index > 0 && word[index - 1] == word[index]) || (index + 1 < word.Length && word[index + 1] == word[index]));

    private static bool IsPlural(string one, string several) => several == one + "s";

    private static int Common(string a, string b, bool fromEnd)
    {
        int most = Math.Min(a.Length, b.Length);
        int count = 0;
        while (count < most && (fromEnd ? a[a.Length - 1 - count] == b[b.Length - 1 - count] : a[count] == b[count]))
        {
            count++;
        }

        return count;
    }

    /// <summary>
    /// The words of a name in lower case, whether they are told apart by <c>_</c>, <c>-</c>, a blank or a capital letter.
    /// </summary>
    public static string[] Words(string name)
    {
        var words = new List<string>();
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool isBorder =
                i == name.Length
                || name[i] is '_' or '-' or ' ' or '.'
                || (i > start && char.IsUpper(name[i]) && char.IsLower(name[i - 1]));
            if (!isBorder)
            {
                continue;
            }

            if (i > start)
            {
                words.Add(name.Substring(start, i - start).ToLowerInvariant());
            }

            start = i < name.Length && char.IsUpper(name[i]) ? i : i + 1;
        }

        return [.. words];
    }
}
