namespace Kling.Cli;

/// <summary>The allowed values that a page shows.</summary>
internal sealed record PageValues
{
    /// <summary>The line on which they begin.</summary>
    public required int Line { get; init; }

    /// <summary>Those that are shown, in the page's order.</summary>
    public IReadOnlyList<PageValue> Shown { get; init; } = [];

    /// <summary>How many more there are that the page does not show: the 3 of <c>+3 more</c>.</summary>
    public int More { get; init; }

    /// <summary>How many there are in all by the page's own count, or <see langword="null"/> if it gives none.</summary>
    public int? StatedTotal { get; init; }

    /// <summary>Values that the page shows without separators, such as <c>510</c>, before they are split.</summary>
    public string? RunTogether { get; init; }

    /// <summary>Why it is not certain that these are the values, or <see langword="null"/>.</summary>
    public string? Doubt { get; init; }

    /// <summary>Whether the page is cut off inside the list, or may be.</summary>
    public bool IsCut { get; init; }

    /// <summary>How many values there are in all.</summary>
    public int Total => StatedTotal ?? (Shown.Count + More);

    /// <summary>Whether these are all values that are allowed.</summary>
    public bool IsComplete => !IsCut && RunTogether is null && Shown.Count > 0 && More == 0 && Total == Shown.Count;
}
