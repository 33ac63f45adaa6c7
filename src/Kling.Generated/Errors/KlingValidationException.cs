namespace Kling;

/// <summary>A request violates its model's schema. Nothing was sent.</summary>
public sealed class KlingValidationException : KlingException
{
    /// <summary>Creates an exception that lists every violation.</summary>
    /// <param name="slug">The model that the request is for.</param>
    /// <param name="violations">Every violation; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="violations"/> is empty.</exception>
    public KlingValidationException(string slug, IReadOnlyList<KlingViolation> violations)
        : base(Describe(slug, violations))
    {
        Slug = slug;
        Violations = violations;
    }

    /// <summary>The model that the request is for.</summary>
    public string Slug { get; }

    /// <summary>Every violation, in the order of the schema.</summary>
    public IReadOnlyList<KlingViolation> Violations { get; }

    private static string Describe(string slug, IReadOnlyList<KlingViolation> violations)
    {
        ArgumentException.ThrowIfNullOrEmpty(slug);
        ArgumentNullException.ThrowIfNull(violations);
        if (violations.Count == 0)
        {
            throw new ArgumentException("There must be at least one violation.", nameof(violations));
        }

        string count = violations.Count == 1 ? "1 violation" : FormattableString.Invariant($"{violations.Count} violations");
        return $"The request for '{slug}' is not valid ({count}); nothing was sent.\n- {string.Join("\n- ", violations)}";
    }
}
