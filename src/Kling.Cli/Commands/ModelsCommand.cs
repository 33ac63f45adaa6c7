using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling models [slug]</c>: what there is.</summary>
internal sealed class ModelsCommand : Command
{
    private readonly Argument<string?> _slug = new("slug")
    {
        Description = "The model to describe. Default: list all models.",
        HelpName = "slug",
        CompletionSources = { Completions.Slug },
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly ModelCatalogue _catalogue;
    private readonly Screen _screen;

    public ModelsCommand(ModelCatalogue catalogue, Screen screen)
        : base("models", "Lists the models, or the parameters of one: types, defaults, limits, usual time and cost.")
    {
        _catalogue = catalogue;
        _screen = screen;
        Arguments.Add(_slug);
        SetAction(Show);
    }

    private int Show(ParseResult parse)
    {
        if (parse.GetValue(_slug) is { } slug)
        {
            KlingModel model = _catalogue.Find(slug);
            ModelCard.Show(model, _screen);
            _screen.Document(writer => ModelJson.Write(writer, model));
        }
        else
        {
            ModelTable.Show(_catalogue.Models, _screen);
            _screen.Document(writer => ModelJson.Write(writer, _catalogue.Models));
        }

        return ExitCodes.Ok;
    }
}
