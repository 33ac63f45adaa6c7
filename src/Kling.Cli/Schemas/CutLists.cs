using System.Globalization;
using System.Text.Json;

namespace Kling.Cli;

/// <summary>Reports a list of allowed values that a page shortens: <c>"3""4""5"+3 more</c>.</summary>
internal static class CutLists
{
    public static PageRemark Remark(PageParameter parameter, PageValues allowed, string path)
    {
        string count =
            allowed.Total == allowed.Shown.Count + allowed.More
                ? FormattableString.Invariant($"{allowed.Shown.Count} of {allowed.Total} allowed values")
                : FormattableString.Invariant(
                    $"{allowed.Shown.Count} allowed values, says that there are {allowed.More} more, and states a total of {allowed.Total}"
                );
        string[]? all = Continued(allowed);
        return new PageRemark(
            allowed.Line,
            $"The page shows {count}. They are written as \"examples\", and any value is allowed. Look up the others and write all of them as \"enum\".{(all is null ? "" : " The sequence may continue in the same steps.")}"
        )
        {
            Parameter = path,
            Suggestion = all is null ? null : $"\"enum\": [{string.Join(", ", all)}]{Names(parameter, allowed, all)}",
        };
    }

    private static string Names(PageParameter parameter, PageValues allowed, string[] values) =>
        EnumNames.Of(parameter, [.. allowed.Shown, .. values.Skip(allowed.Shown.Count).Select(Value)]) is { } names
            ? $", \"x-enum-names\": [{string.Join(", ", names.Select(static name => $"\"{name}\""))}]"
            : "";

    private static PageValue Value(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new PageValue(document.RootElement.Clone());
    }

    /// <summary>All values, if those shown are whole numbers with equal steps.</summary>
    private static string[]? Continued(PageValues allowed)
    {
        string[] shown = [.. allowed.Shown.Select(static value => value.Json.GetRawText())];
        int[] numbers =
        [
            .. shown.Select(static text =>
                int.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1
            ),
        ];
        int missing = allowed.Total - shown.Length;
        if (numbers.Length < 3 || numbers.Contains(-1) || missing != allowed.More || missing is < 1 or > 100)
        {
            return null;
        }

        int step = numbers[1] - numbers[0];
        bool isEven =
            step > 0
            && step < 1_000_000
            && numbers[^1] < 1_000_000_000
            && numbers.Zip(numbers.Skip(1)).All(pair => pair.Second - pair.First == step);
        string quote = shown[0][0] == '"' ? "\"" : "";
        return isEven
            ?
            [
                .. shown,
                .. Enumerable.Range(1, missing).Select(n => FormattableString.Invariant($"{quote}{numbers[^1] + (n * step)}{quote}")),
            ]
            : null;
    }
}
