namespace Kling;

/// <summary>How a request is enqueued.</summary>
public sealed record KlingEnqueueOptions
{
    /// <summary>
    /// A key of your own, for example an order number. A second call with the same key and an equal request returns the first ticket. With
    /// another request, it throws an <see cref="ArgumentException"/>.
    /// </summary>
    /// <value>1 to 200 characters. The default, <see langword="null"/>, is none: every call creates a ticket.</value>
    public string? Key { get; init; }

    /// <summary>Names and values for lists and budgets, for example <c>customer</c>.</summary>
    /// <value>Names and values of 1 to 200 characters. The default is none.</value>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Where to save the outputs: a folder, or what your <see cref="IKlingOutputStore"/> understands.</summary>
    /// <value>The default, <see langword="null"/>, is <see cref="KlingJobsOptions.SaveTo"/>.</value>
    public string? SaveTo { get; init; }

    /// <summary>Tickets of a higher priority are submitted first; tickets of the same priority in the order in which they were enqueued.</summary>
    /// <value>The default is 0.</value>
    public int Priority { get; init; }

    /// <summary>The time before which it is not submitted.</summary>
    /// <value>The default, <see langword="null"/>, is at once.</value>
    public DateTimeOffset? NotBefore { get; init; }

    internal KlingEnqueueOptions Checked()
    {
        ArgumentNullException.ThrowIfNull(Tags);
        if (Key is not null)
        {
            CheckText(Key, nameof(Key));
        }

        foreach ((string name, string value) in Tags)
        {
            CheckText(name, nameof(Tags));
            CheckText(value, nameof(Tags));
        }

        return SaveTo is { } place && string.IsNullOrWhiteSpace(place)
            ? throw new ArgumentException($"{nameof(SaveTo)} must not be empty.", nameof(SaveTo))
            : this;
    }

    private static void CheckText(string text, string name)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 200 || text.Any(static c => char.IsControl(c) || char.IsSurrogate(c)))
        {
            throw new ArgumentException($"Texts of {name} must have 1 to 200 characters, without control characters and characters beyond U+FFFF.", name);
        }
    }
}
