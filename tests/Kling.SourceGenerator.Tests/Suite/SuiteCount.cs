using System.Globalization;

namespace Kling.SourceGenerator.Tests.Suite;

/// <summary>How the cases of one file went.</summary>
/// <param name="File">The file, without its ending.</param>
/// <param name="Pass">Cases with the specification's verdict.</param>
/// <param name="Fail">Cases with the other one.</param>
/// <param name="Exempt">Cases that need not pass.</param>
/// <param name="Reasons">Why the failing fail and the exempt are exempt.</param>
internal sealed record SuiteCount(string File, int Pass, int Fail, int Exempt, string Reasons)
{
    /// <summary>A row of the table.</summary>
    public string ToRow() => string.Create(CultureInfo.InvariantCulture, $"| {File} | {Pass} | {Fail} | {Exempt} | {Reasons} |");

    /// <summary>Reads a row of the table; <see langword="null"/> for any other line.</summary>
    public static SuiteCount? FromRow(string line) =>
        line.Split('|', StringSplitOptions.TrimEntries) is ["", var file, var pass, var fail, var exempt, .., ""]
        && int.TryParse(pass, NumberStyles.None, CultureInfo.InvariantCulture, out int passed)
            ? new SuiteCount(file, passed, Number(fail), Number(exempt), "")
            : null;

    private static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
