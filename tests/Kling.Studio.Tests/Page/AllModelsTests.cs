using System.Text.Json.Nodes;
using Kling.Emulator;
using Kling.Models;

namespace Kling.Studio.Tests.Page;

/// <summary>Every schema has a form that loses nothing.</summary>
[Collection(nameof(Browser))]
public sealed class AllModelsTests(Browser browser)
{
    // The form is the page's own; the server is not asked about each keystroke.
    private const string FillAll = """
        async models => {
            const { Form } = await import("./form.js");
            const { parse, same } = await import("./json.js");
            const host = document.createElement("main");
            const form = new Form(host, { mode: "live", uploads: true }, () => {}, () => {});
            return models.map(text => {
                const model = parse(text);
                try {
                    form.show(model, model.sample);
                    const read = form.read();
                    return same(read, model.sample) && host.querySelector(".field") ? null : `${model.slug}: ${JSON.stringify(read)}`;
                } catch (error) {
                    return `${model.slug}: ${error.stack}`;
                }
            }).filter(Boolean);
        }
        """;

    /// <summary>Schemas of other vendors, which belong to the maintainers' workspace.</summary>
    private static readonly string Vendors = Path.GetFullPath(Path.Combine(Checkout.Root, "..", "shared", "stress-schemas"));

    [Fact]
    public async Task The_sample_of_every_schema_fills_its_form_and_is_read_back_equal()
    {
        KlingModel[] models = [.. KlingModels.All, .. Real(), SampleModels.Widgets, SampleModels.Hostile];
        Assert.Equal(Directory.Exists(Vendors), models.Length > 80);
        string[] details = [.. models.Select(static model => new WebModel(model).Details().ToJsonString())];
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Widgets]);

        Assert.Empty(await page.Tab.EvaluateAsync<string[]>(FillAll, details));
    }

    [Fact]
    public async Task Any_request_fills_the_form_and_is_read_back_equal()
    {
        string[] requests =
        [
            """{"prompt":"line\nbreak\r\n","seed":1e3,"scale":0.10,"tags":[],"elements":[{"name":"","more":1}],"camera":{},"shape":"x"}""",
            """{"prompt":1,"title":"a\nb","seed":"7","steps":null,"mode":"other","size":3,"audio":"yes","image_url":["x"],"elements":{"name":"x"}}""",
            """{"prompt":null,"style":null,"version":"v2","tags":[1,null,{"a":[]}],"camera":[],"any":12345678901234567890,"__proto__":{"a":1}}""",
        ];
        string[] details = [.. requests.Select(static request =>
        {
            JsonObject details = new WebModel(SampleModels.Widgets).Details();
            details["sample"] = JsonNode.Parse(request);
            return details.ToJsonString();
        })];
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Widgets]);

        Assert.Empty(await page.Tab.EvaluateAsync<string[]>(FillAll, details));
        foreach (string request in requests)
        {
            await page.FillAsync("widgets", request);
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(request), JsonNode.Parse(await page.JsonAsync())), await page.JsonAsync());
        }
    }

    /// <summary>Schema files of other vendors, if they are beside the checkout: the shipped schemas are too much alike.</summary>
    private static IEnumerable<KlingModel> Real() => Directory.Exists(Vendors) ? SchemaFolder.Load(Vendors).Models : [];
}
