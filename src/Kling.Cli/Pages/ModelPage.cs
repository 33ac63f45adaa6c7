namespace Kling.Cli;

/// <summary>What a model's page says, and what on it was not understood.</summary>
internal sealed record ModelPage
{
    /// <summary>The model's name.</summary>
    public required string Title { get; init; }

    /// <summary>What the model does, in the page's words; empty if there are none.</summary>
    public string Tagline { get; init; } = "";

    /// <summary>The model's name in the API's URLs; <see langword="null"/> if the page names no address.</summary>
    public string? Slug { get; init; }

    /// <summary>The host of the address that the page names, or <see langword="null"/>.</summary>
    public string? Host { get; init; }

    /// <summary>The usual time of a job in seconds, or <see langword="null"/> if the page does not say.</summary>
    public decimal? TypicalSeconds { get; init; }

    /// <summary>The price, or <see langword="null"/> if the page does not say.</summary>
    public PagePrice? Price { get; init; }

    /// <summary>
    /// What is missing if the page is cut off inside its list of parameters, or if a source says little about them;
    /// <see langword="null"/> if the list is whole.
    /// </summary>
    public string? Cut { get; init; }

    /// <summary>What the model returns; <see langword="null"/> if the page's word for it is not understood.</summary>
    public KlingOutputKind? Output { get; init; }

    /// <summary>Whether the API no longer serves the model; <see langword="null"/> if the source does not say.</summary>
    public bool? IsRetired { get; init; }

    /// <summary>The parameters, in the page's order.</summary>
    public required IReadOnlyList<PageParameter> Parameters { get; init; }

    /// <summary>The example request, or <see langword="null"/> if the page has none.</summary>
    public PageExample? Example { get; init; }

    /// <summary>What was not understood, and what was read with a doubt, in the order of the lines.</summary>
    public required IReadOnlyList<PageRemark> Remarks { get; init; }
}
