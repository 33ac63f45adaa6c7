namespace Kling.Cli;

/// <summary>What ends the command: a line for a person, an exit code for a script.</summary>
internal sealed class CliFailure(int exitCode, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>One of <see cref="ExitCodes"/>.</summary>
    public int ExitCode => exitCode;

    /// <summary>The job that it is about, or <see langword="null"/>.</summary>
    public string? RequestId { get; init; }

    /// <summary>The job's token, to go on with it, or <see langword="null"/>.</summary>
    public string? Token { get; init; }

    /// <summary>Where the request departs from its schema.</summary>
    public IReadOnlyList<KlingViolation> Violations { get; init; } = [];

    /// <summary>Further lines.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>A request that departs from its schema.</summary>
    public static CliFailure Invalid(string slug, IReadOnlyList<KlingViolation> violations, IReadOnlyList<string>? details = null) => new(
        ExitCodes.InvalidRequest,
        $"the request for '{slug}' is not valid ({(violations.Count == 1 ? "1 violation" : FormattableString.Invariant($"{violations.Count} violations"))}); nothing was sent")
    {
        Violations = violations,
        Details = details ?? [],
    };
}
