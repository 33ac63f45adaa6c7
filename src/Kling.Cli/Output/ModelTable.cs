using Spectre.Console;

namespace Kling.Cli;

/// <summary>A table of the models.</summary>
internal static class ModelTable
{
    public static void Show(IReadOnlyList<KlingModel> models, Screen screen)
    {
        var table = new Table();
        foreach (string heading in (string[])["model", "output", "status", "usual time", "cost", "title"])
        {
            table.AddColumn(new TableColumn(PlainText.Cell(heading)));
        }

        foreach (KlingModel model in models)
        {
            table.AddRow([
                PlainText.Cell(model.Slug),
                PlainText.Cell(model.Output.ToString().ToLowerInvariant()),
                PlainText.Cell(Status(model)),
                PlainText.Cell(Time(model)),
                PlainText.Cell(Cost(model)),
                PlainText.Cell(Title(model)),
            ]);
        }

        screen.Table(table);
    }

    /// <summary>The title, with a mark if the model is deprecated, retired or replaced.</summary>
    public static string Title(KlingModel model)
    {
        string? state =
            model.IsRetired ? "retired"
            : model.IsDeprecated ? "deprecated"
            : null;
        string? successor = model.ReplacedBy is { } replacement ? "replaced by " + replacement.Slug : null;
        return (state ?? successor) is null ? model.Title : $"{model.Title} ({string.Join(", ", new[] { state, successor }.OfType<string>())})";
    }

    /// <summary>How much of the model's page the schema describes.</summary>
    public static string Status(KlingModel model) => model.Status.ToString().ToLowerInvariant();

    /// <summary>The usual time from submit to result.</summary>
    public static string Time(KlingModel model) =>
        model.TypicalDuration is { } time ? FormattableString.Invariant($"{time.TotalSeconds:0} s") : "unknown";

    /// <summary>The average cost of a job, and the range that the model's page states.</summary>
    public static string Cost(KlingModel model) => model.Cost.ToString();
}
