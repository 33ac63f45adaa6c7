namespace Kling.Cli;

/// <summary>What <c>--set name=value</c> says.</summary>
internal sealed record Assignment(KlingParameter Parameter, string Value)
{
    /// <summary>Parses an assignment. The name is the one in the JSON, or the same with dashes.</summary>
    /// <exception cref="CliFailure">It has no '=', or the model has no such parameter.</exception>
    public static Assignment Parse(string text, KlingModel model)
    {
        int end = text.IndexOf('=', StringComparison.Ordinal);
        if (end <= 0)
        {
            throw new CliFailure(ExitCodes.Usage, $"--set must be name=value, not '{text}'");
        }

        string name = text[..end];
        KlingParameter parameter =
            model.Parameters.FirstOrDefault(parameter => parameter.Name == name)
            ?? model.Parameters.FirstOrDefault(parameter => parameter.Name == name.Replace('-', '_'))
            ?? throw new CliFailure(
                ExitCodes.Usage,
                $"'{model.Slug}' has no parameter '{name}'.{Suggestion.For(name, model.Parameters.Select(static parameter => parameter.Name))} To send a parameter that the schema does not declare, use --input."
            );
        return new Assignment(parameter, text[(end + 1)..]);
    }
}
