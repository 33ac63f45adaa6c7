namespace Kling.Cli;

/// <summary>The names that are valid as a model's name in the API's URLs and as a file name on every system.</summary>
internal static class Slug
{
    private const int MaxLength = 100;

    // Windows takes these for devices, whatever follows the dot.
    private static readonly string[] Devices =
    [
        "con",
        "prn",
        "aux",
        "nul",
        .. Enumerable
            .Range(0, 10)
            .SelectMany(static n => new[] { FormattableString.Invariant($"com{n}"), FormattableString.Invariant($"lpt{n}") }),
    ];

    /// <summary>Returns the slug.</summary>
    /// <exception cref="CliFailure">The slug is not valid; the message says what is.</exception>
    public static string Checked(string slug) =>
        IsSlug(slug)
            ? slug
            : throw new CliFailure(
                ExitCodes.Usage,
                $"'{slug}' cannot be the slug of a schema file. Use letters, digits, '-', '_' and '.', with a letter or digit at both ends, as in the URL of the model's page."
            );

    /// <summary>Returns the slug of a model that needs no file.</summary>
    /// <exception cref="CliFailure">The slug is not valid.</exception>
    public static string Usable(string slug) =>
        IsSlug(slug)
            ? slug
            : throw new CliFailure(ExitCodes.Usage, $"'{slug}' cannot be the slug of a model. Take the slug from the URL of the model's page");

    /// <summary>The words of a slug with a capital letter each, as a title.</summary>
    public static string Words(string slug) =>
        string.Join(
            ' ',
            slug.Split('-', '_').Where(static word => word.Length > 0).Select(static word => char.ToUpperInvariant(word[0]) + word[1..])
        );

    private static bool IsSlug(string slug) =>
        slug.Length is > 0 and <= MaxLength
        && slug.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.')
        && char.IsAsciiLetterOrDigit(slug[0])
        && char.IsAsciiLetterOrDigit(slug[^1])
        && !slug.EndsWith(".schema", StringComparison.OrdinalIgnoreCase)
        && !Devices.Contains(slug.Split('.')[0], StringComparer.OrdinalIgnoreCase);
}
