using System.Text.Json;
using Spectre.Console;

namespace Kling.Cli;

/// <summary>One model with all its parameters.</summary>
internal static class ModelCard
{
    /// <summary>What the model is for; its title if it has no description.</summary>
    public static string Summary(KlingModel model) =>
        PlainText.OneLine(string.IsNullOrWhiteSpace(model.Description) ? ModelTable.Title(model) : model.Description);

    public static void Show(KlingModel model, Screen screen)
    {
        screen.Line($"{model.Slug}: {ModelTable.Title(model)}");
        if (!string.IsNullOrWhiteSpace(model.Description))
        {
            screen.Line(model.Description);
        }

        screen.Line(
            $"returns {model.Output.ToString().ToLowerInvariant()}, usual time {ModelTable.Time(model)}, cost {ModelTable.Cost(model)}"
        );
        screen.Line(
            model.Status switch
            {
                KlingModelStatus.Complete => "status complete: the schema describes all parameters of the model's page",
                KlingModelStatus.Partial => "status partial: the model's page could be read only in part, so parameters or limits may be missing",
                _ => "status unknown: the schema does not say whether all parameters are described",
            }
        );
        if (model.ReplacedBy is { } successor)
        {
            screen.Line($"replaced by {successor.Slug}{Differences(successor)}");
        }

        if (model.Source is { } source)
        {
            screen.Line($"facts from {source}");
        }

        screen.Line("");
        var table = new Table();
        foreach (string heading in (string[])["parameter", "type", "default", "allowed", "meaning"])
        {
            table.AddColumn(new TableColumn(PlainText.Cell(heading)));
        }

        Add(table, model.Parameters, "");
        screen.Table(table);
    }

    /// <summary>What must be changed in a request to the successor.</summary>
    private static string Differences(KlingReplacement successor) =>
        successor.Parameters.Count == 0 ? "" : ": " + string.Join(", ", successor.Parameters.SelectMany(Differences));

    private static IEnumerable<string> Differences(KlingReplacedParameter parameter)
    {
        if (parameter.Successor != parameter.Name)
        {
            yield return parameter.Successor is { } name ? $"{parameter.Name} becomes {name}" : $"{parameter.Name} has no counterpart";
        }

        foreach ((string value, JsonElement other) in parameter.Values)
        {
            yield return $"{parameter.Name} {value} becomes {other}";
        }
    }

    private static void Add(Table table, IReadOnlyList<KlingParameter> parameters, string parent)
    {
        foreach (KlingParameter parameter in parameters)
        {
            string name = parent + parameter.Name;
            table.AddRow([
                PlainText.Cell(parameter.IsDeprecated ? name + " (deprecated)" : name),
                PlainText.Cell(ParameterText.Type(parameter)),
                PlainText.Cell(ParameterText.Presence(parameter)),
                PlainText.Cell(ParameterText.Allowed(parameter)),
                PlainText.Cell(parameter.Description),
            ]);
            Add(table, parameter.Properties, name + ".");
            Add(table, parameter.Items?.Properties ?? [], name + "[].");
        }
    }
}
