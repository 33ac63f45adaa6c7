namespace Kling.Cli;

/// <summary>Which parameter a column of a CSV file, or a member of a JSON object, is.</summary>
internal sealed class ColumnMap
{
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);

    /// <summary>Reads <c>column=parameter</c>; without a parameter, the column is ignored.</summary>
    /// <exception cref="CliFailure">A text is something else, or a column is given twice.</exception>
    public ColumnMap(IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            int end = text.LastIndexOf('=');
            if (end <= 0)
            {
                throw new CliFailure(ExitCodes.Usage, $"--map must be column=parameter, not '{text}'");
            }

            if (!_parameters.TryAdd(text[..end], text[(end + 1)..]))
            {
                throw new CliFailure(ExitCodes.Usage, $"--map has the column '{text[..end]}' twice");
            }
        }
    }

    /// <summary>The columns.</summary>
    public IEnumerable<string> Columns => _parameters.Keys;

    /// <summary>The parameter of a column; empty if the column is ignored, <see langword="null"/> if it is not in the map.</summary>
    public string? Find(string column) => _parameters.GetValueOrDefault(column);
}
