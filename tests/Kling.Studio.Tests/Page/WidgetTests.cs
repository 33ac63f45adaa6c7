using Microsoft.Playwright;

namespace Kling.Studio.Tests.Page;

/// <summary>Every kind of parameter has its control, and what it shows is what is sent.</summary>
[Collection(nameof(Browser))]
public sealed class WidgetTests(Browser browser)
{
    [Fact]
    public async Task A_schema_file_has_its_form_at_once_and_its_values_are_unset_default_or_set()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Widgets]);
        await page.Tab.GetByTestId("model-list").GetByText("Widgets").WaitForAsync();
        Assert.Equal("set", await State("/prompt"));
        Assert.Equal("default", await State("/steps"));
        Assert.Equal("unset", await State("/seed"));
        await Expect(page.Field("/title")).ToContainTextAsync("deprecated");
        await Expect(page.Field("/scale")).ToContainTextAsync("uncertain");
        await Expect(page.Field("/seed")).ToContainTextAsync("0 to 9223372036854775807");
        await Expect(page.Tab.GetByTestId("time")).ToHaveTextAsync("about 30 s");

        await page.FillAsync("widgets", """{"prompt":"a"}""");
        await page.Field("/steps").GetByRole(AriaRole.Slider).FillAsync("30");
        await page.Field("/seed").Locator("input").FillAsync("9007199254740993");
        await page.AssertRequestAsync("""{"prompt":"a","seed":9007199254740993,"steps":30}""");
        await page.Field("/steps").GetByText("Unset").ClickAsync();
        await page.Field("/title").Locator("input").FillAsync("x");
        await page.Field("/title").Locator("input").FillAsync("");
        await page.AssertRequestAsync("""{"prompt":"a","title":"","seed":9007199254740993}""");
        Assert.Equal("default", await State("/steps"));

        async Task<string?> State(string pointer) => await page.Field(pointer).GetAttributeAsync("data-state");
    }

    [Fact]
    public async Task Choices_switches_constants_and_null()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Widgets]);
        await page.FillAsync("widgets", """{"prompt":"a"}""");

        await Radio(page.Field("/mode"), "Professional").CheckAsync();
        await page.Field("/size").Locator("select").SelectOptionAsync("s7");
        await Radio(page.Field("/audio"), "On").CheckAsync();
        await page.Field("/style").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "null" }).ClickAsync();
        await page.Field("/any").Locator("textarea").FillAsync("[1, {\"a\": null}]");
        await page.AssertRequestAsync("""{"prompt":"a","mode":"pro","size":"s7","audio":true,"style":null,"any":[1,{"a":null}]}""");

        await page.Field("/any").Locator("textarea").FillAsync("[1");
        await Expect(page.Field("/any")).ToContainTextAsync("not JSON");
        await page.Run.ClickAsync();
        await Expect(page.Tab.GetByTestId("message")).ToContainTextAsync("not JSON");
        await page.Field("/any").Locator("textarea").FillAsync("");
        await Press(page.Field("/style"), "Unset").ClickAsync();
        await page.Field("/size").Locator("select").SelectOptionAsync("");
        await page.AssertRequestAsync("""{"prompt":"a","mode":"pro","audio":true}""");
    }

    [Fact]
    public async Task Lists_objects_and_unions()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Widgets]);
        await page.FillAsync("widgets", """{"prompt":"a"}""");

        ILocator elements = page.Field("/elements");
        foreach (string name in (string[])["cat", "dog", "owl"])
        {
            await Press(elements, "Add").ClickAsync();
            await Expect(elements.Locator("li").Last.Locator("input")).ToBeFocusedAsync();
            await page.Tab.Keyboard.TypeAsync(name);
        }

        await Press(elements, "Move up Elements 3").ClickAsync();
        await Press(elements, "Remove Elements 1").ClickAsync();
        await Expect(elements).ToContainTextAsync("@Element2");
        await Expect(elements).ToContainTextAsync("2 of at most 3");
        await Press(page.Field("/camera"), "Add Camera").ClickAsync();
        await page.Field("/camera/zoom").Locator("input").FillAsync("1.50");
        await page.Field("/shape").GetByRole(AriaRole.Radio).Last.CheckAsync();
        await page.Field("/shape/width").Locator("input").FillAsync("7");
        await page.AssertRequestAsync("""{"prompt":"a","elements":[{"name":"owl"},{"name":"dog"}],"camera":{"zoom":1.50},"shape":{"width":7}}""");
        await Press(page.Field("/elements"), "Unset").ClickAsync();
        await Press(page.Field("/camera"), "Unset").ClickAsync();
        await page.AssertRequestAsync("""{"prompt":"a","shape":{"width":7}}""");
    }

    [Fact]
    public async Task A_file_is_uploaded_and_shown_and_a_typed_url_is_not_loaded()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Widgets]);
        await page.FillAsync("widgets", """{"prompt":"a"}""");
        ILocator field = page.Field("/image_url");
        await field.Locator("input").First.FillAsync("https://example.com/a.png");
        await page.AssertRequestAsync("""{"prompt":"a","image_url":"https://example.com/a.png"}""");

        await field.Locator("input[type=file]").SetInputFilesAsync(Picture("first.png"));
        await Expect(field).ToContainTextAsync("first.png · 1 kB · 1 × 1 pixels");

        // The file is shown at once, and its URL is there when the upload has ended.
        ILocator url = field.Locator("input").First;
        await Expect(url).Not.ToHaveValueAsync("https://example.com/a.png");
        string first = await url.InputValueAsync();

        // As a browser does it when a file is dropped.
        await field.EvaluateAsync("""
            (element, bytes) => {
                const transfer = new DataTransfer();
                transfer.items.add(new File([Uint8Array.from(atob(bytes), c => c.charCodeAt(0))], "second.png", { type: "image/png" }));
                const target = element.querySelector(".url");
                for (const type of ["dragover", "drop"]) target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
            }
            """, Convert.ToBase64String(Picture("").Buffer));
        await Expect(field).ToContainTextAsync("second.png");
        await Expect(url).Not.ToHaveValueAsync(first);
    }

    /// <summary>A picture of one pixel.</summary>
    private static FilePayload Picture(string name) => new()
    {
        Name = name,
        MimeType = "image/png",
        Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    };

    private static ILocator Press(ILocator field, string name) =>
        field.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name, Exact = true }).First;

    private static ILocator Radio(ILocator field, string name) =>
        field.GetByRole(AriaRole.Radio, new LocatorGetByRoleOptions { Name = name, Exact = true });

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
