using System.Text.Json;

namespace Kling.Cli;

/// <summary>Shows the comparison with the catalogue to a person and to a script.</summary>
internal static class SyncReport
{
    public static void Show(IReadOnlyList<SyncedModel> models, CatalogueFile catalogue, CliHost host, Screen screen)
    {
        foreach (PageRemark remark in catalogue.Remarks)
        {
            screen.Note(remark.At(catalogue.Name));
        }

        foreach (SyncedModel model in models)
        {
            ShowRemarks(model, catalogue, screen);
            if (model.Differences.Count > 0)
            {
                screen.Line(model.File is null ? model.Slug : $"{model.Slug} ({host.ShortPath(model.File)})");
                DifferenceTable.Show(model.Differences, screen, "catalogue");
            }
        }

        int drifting = models.Count(static model => model.Drifts);
        string count = FormattableString.Invariant($"{drifting} of {models.Count} {(models.Count == 1 ? "model" : "models")}");
        string differ = drifting == 1 ? "differs" : "differ";
        screen.Line(drifting == 0 ? $"no drift: {catalogue.Name}" : $"drift: {count} {differ} from {catalogue.Name}");
    }

    public static void Write(
        Utf8JsonWriter writer,
        IReadOnlyList<SyncedModel> models,
        CatalogueFile catalogue,
        IReadOnlyList<string> unknown
    )
    {
        writer.WriteStartObject();
        writer.WriteString("catalogue", catalogue.Name);
        writer.WriteBoolean("drift", models.Any(static model => model.Drifts));
        writer.WriteStartArray("models");
        foreach (SyncedModel model in models)
        {
            writer.WriteStartObject();
            writer.WriteString("slug", model.Slug);
            writer.WriteString("file", model.File);
            writer.WriteBoolean("listed", model.Entry is not null);
            writer.WriteBoolean("drift", model.Drifts);
            DifferenceTable.Write(writer, model.Differences);
            RemarkJson.Write(writer, model.Entry?.Remarks ?? []);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("without_schema");
        foreach (string slug in unknown)
        {
            writer.WriteStringValue(slug);
        }

        writer.WriteEndArray();
        RemarkJson.Write(writer, catalogue.Remarks);
        writer.WriteEndObject();
    }

    private static void ShowRemarks(SyncedModel model, CatalogueFile catalogue, Screen screen)
    {
        if (model.Entry is null)
        {
            screen.Note($"note: {catalogue.Missing(model.Slug)}");
        }

        foreach (PageRemark remark in model.Entry?.Remarks ?? [])
        {
            screen.Note(remark.Of(model.Slug).At(catalogue.Name));
        }
    }
}
