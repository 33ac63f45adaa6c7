namespace Kling.Cli;

/// <summary>An error that ends the command, with a message and an exit code.</summary>
internal sealed class CliFailure(int exitCode, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode => exitCode;

    /// <summary>Whether the user may not have run a job yet, and is told on a terminal how to start.</summary>
    public bool IsAtStart { get; init; }

    /// <summary>The job that it is about, or <see langword="null"/>.</summary>
    public string? RequestId { get; init; }

    /// <summary>The job's token, to resume it, or <see langword="null"/>.</summary>
    public string? Token { get; init; }

    /// <summary>The violations of the request's schema.</summary>
    public IReadOnlyList<KlingViolation> Violations { get; init; } = [];

    /// <summary>Further lines.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>A request that violates its schema.</summary>
    public static CliFailure Invalid(string slug, IReadOnlyList<KlingViolation> violations, IReadOnlyList<string>? details = null) =>
        new(
            ExitCodes.InvalidRequest,
            $"the request for '{slug}' is not valid ({(violations.Count == 1 ? "1 violation" : FormattableString.Invariant($"{violations.Count} violations"))}); nothing was sent"
        )
        {
            Violations = violations,
            Details = details ?? [],
        };
}
