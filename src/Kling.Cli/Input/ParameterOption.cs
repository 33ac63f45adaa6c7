using System.CommandLine;

namespace Kling.Cli;

/// <summary>The option of one parameter of a model: <c>--cfg-scale</c> for <c>cfg_scale</c>, and <c>--cfg_scale</c> as well.</summary>
internal sealed class ParameterOption : Option<string[]>
{
    private ParameterOption(KlingParameter parameter, string name, string[] aliases)
        : base(name, aliases)
    {
        Parameter = parameter;
        Description = ParameterText.Sentence(parameter);
        HelpName = PlainText.OneLine(ParameterText.Type(parameter));
        CompletionSources.Add([.. ParameterText.Values(parameter)]);
        CustomParser = static result => [.. result.Tokens.Select(static token => token.Value)];
        Arity = parameter.Type switch
        {
            "array" => ArgumentArity.OneOrMore,
            "boolean" => ArgumentArity.ZeroOrOne,
            _ => ArgumentArity.ExactlyOne,
        };
    }

    /// <summary>The parameter.</summary>
    public KlingParameter Parameter { get; }

    /// <summary>Adds an option for each parameter to a command, unless the command or an earlier parameter already has the name.</summary>
    public static IReadOnlyList<ParameterOption> AddTo(Command command, KlingModel model)
    {
        HashSet<string> taken = [.. Reserved(command)];
        List<ParameterOption> options = [];
        foreach (KlingParameter parameter in model.Parameters)
        {
            if (NameOf(parameter, taken) is not { } name)
            {
                continue;
            }

            string wire = "--" + parameter.Name;
            var option = new ParameterOption(parameter, name, taken.Add(name) && taken.Add(wire) ? [wire] : []);
            options.Add(option);
            command.Options.Add(option);
        }

        return options;
    }

    // Null where only --set or a file reaches the parameter.
    private static string? NameOf(KlingParameter parameter, HashSet<string> taken)
    {
        string name = "--" + parameter.Name.Replace('_', '-');
        return
            name.Length > 2
            && name.Skip(2).All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.')
            && !taken.Contains(name)
            ? name
            : null;
    }

    private static IEnumerable<string> Reserved(Command command) =>
        command
            .Options.SelectMany(static option => option.Aliases.Append(option.Name))
            .Concat(["--schemas", "--json", "--help", "--version"]);
}
