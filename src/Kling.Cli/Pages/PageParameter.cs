using System.Text.Json;

namespace Kling.Cli;

/// <summary>A parameter as a page describes it.</summary>
internal sealed record PageParameter
{
    /// <summary>The line on which it begins.</summary>
    public required int Line { get; init; }

    /// <summary>The wire name.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the page calls it required; <see langword="null"/> if the page does not say.</summary>
    public required bool? IsRequired { get; init; }

    /// <summary>The type; <see langword="null"/> if the page's word for it is not understood.</summary>
    public PageType? Type { get; init; }

    /// <summary>What it means; empty if the page does not say.</summary>
    public string Description { get; init; } = "";

    /// <summary>The line of the description.</summary>
    public int DescriptionLine { get; init; }

    /// <summary>The default, or <see langword="null"/> if the page gives none.</summary>
    public JsonElement? Default { get; init; }

    /// <summary>The bounds, or <see langword="null"/> if the page gives none.</summary>
    public PageRange? Range { get; init; }

    /// <summary>The allowed values, or <see langword="null"/> if the page lists none.</summary>
    public PageValues? Allowed { get; init; }

    /// <summary>Whether the page is cut off inside this parameter.</summary>
    public bool IsCut { get; init; }

    /// <summary>Whether only the example request contains it, because the page is cut off before it.</summary>
    public bool IsOnlyInExample { get; init; }

    /// <summary>Whether the page says that what follows describes the items of this list.</summary>
    public bool HasItems { get; init; }

    /// <summary>The members of each item of a list of objects, or of the object itself.</summary>
    public IReadOnlyList<PageParameter> Members { get; init; } = [];

    /// <summary>The text between the parameter's name and that of a member: <c>[].</c> for a list of objects.</summary>
    public string MemberMark => string.Concat(Enumerable.Repeat("[]", Type?.Depth ?? 0)) + ".";
}
