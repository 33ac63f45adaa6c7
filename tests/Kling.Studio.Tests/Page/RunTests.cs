using System.Text.Json;
using System.Text.Json.Nodes;
using Kling.Emulator;
using Kling.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Kling.Studio.Tests.Page;

/// <summary>From a request to its results.</summary>
[Collection(nameof(Browser))]
public sealed class RunTests(Browser browser)
{
    private const string Slug = "kling-o3-text2video";

    [Fact]
    public async Task Violations_appear_beside_their_fields_and_vanish()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Widgets]);
        await page.FillAsync("widgets", """{"prompt":"a","steps":51,"elements":[{"name":"a"},{}],"scale":"wrong"}""");
        await Expect(page.Field("/steps").GetByTestId("violation-/steps")).ToContainTextAsync("50");
        await Expect(page.Field("/elements/1/name").GetByTestId("violation-/elements/1/name")).ToBeVisibleAsync();
        await Expect(page.Field("/scale").GetByTestId("violation-/scale")).ToBeVisibleAsync();
        await Expect(page.Tab.GetByTestId("verdict")).ToHaveTextAsync("3 problems");

        await page.Run.ClickAsync();
        await Expect(page.Tab.GetByTestId("message")).ToContainTextAsync("Nothing was sent");
        await Expect(page.Cards).ToHaveCountAsync(0);

        await page.Field("/steps").Locator("input").Last.FillAsync("50");
        await page.Field("/elements/1/name").Locator("input").FillAsync("b");
        await page.Field("/scale").GetByText("Unset").ClickAsync();
        await Expect(page.Tab.GetByTestId("verdict")).ToHaveTextAsync("Valid");
        await Expect(page.Tab.Locator("[data-testid^=violation]")).ToHaveCountAsync(0);
        await page.Field("/prompt").Locator("textarea").FillAsync("thirteen 🦅🦅🦅🦅");
        await Expect(page.Field("/prompt")).ToContainTextAsync("13 of 12 characters");
        await Expect(page.Violations("/prompt")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_copied_code_compiles_and_sends_what_the_form_sends()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser);
        const string Request = """{"prompt":"It's \"here\" 🦅","aspect_ratio":"9:16","cfg_scale":0.25,"duration":"10","multi_prompt":[{"prompt":"One"}]}""";
        await page.FillAsync("kling-3-pro-text2video", Request);
        await Expect(page.Tab.GetByTestId("verdict")).ToHaveTextAsync("Valid");
        await page.Tab.GetByTestId("tab-csharp").ClickAsync();
        var copied = new List<string>();
        foreach (string style in (string[])["initializer", "builder"])
        {
            await page.Tab.GetByLabel("Style of the C# code").SelectOptionAsync(style);
            await page.Tab.GetByTestId("copy").ClickAsync();
            await Expect(page.Tab.GetByTestId("copy")).ToHaveTextAsync("Copied");
            copied.Add(await page.Tab.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        }

        await page.Tab.GetByTestId("tab-command").ClickAsync();
        await Expect(page.Tab.GetByTestId("code")).ToContainTextAsync("kling run kling-3-pro-text2video");
        await page.Run.ClickAsync();
        await Expect(page.Cards).ToHaveCountAsync(1);

        JsonNode sent = (await page.App.GetAsync("api/jobs"))["jobs"]![0]!["request"]!;
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Request), sent), sent.ToJsonString());
        Assert.All(ShownCode.Compile([.. copied]), request => Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(Request), JsonElement.Parse(request.ToJson())), request.ToJson()));
    }

    [Fact]
    public async Task Results_are_compared_in_step_used_again_and_found_after_a_reload()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser);
        await page.FillAsync(Slug, """{"prompt":"An eagle","duration":"5"}""");
        await page.Run.ClickAsync();
        await Expect(page.Cards.Locator("video")).ToHaveCountAsync(1);
        await page.FillAsync(Slug, """{"prompt":"An eagle","duration":"10"}""");
        await page.Run.ClickAsync();
        await Expect(page.Cards.Locator("video")).ToHaveCountAsync(2);

        for (int card = 0; card < 2; card++)
        {
            await page.Cards.Nth(card).GetByLabel("compare").CheckAsync();
        }

        await page.Tab.GetByTestId("compare").ClickAsync();
        ILocator dialog = page.Tab.Locator("dialog");
        await Expect(dialog.Locator("tr.differs th", new LocatorLocatorOptions { HasText = "duration" })).ToBeVisibleAsync();
        await Expect(dialog.Locator("tr.differs th", new LocatorLocatorOptions { HasText = "prompt" })).ToHaveCountAsync(0);
        await Button(dialog, "Play all").ClickAsync();
        await page.Tab.WaitForFunctionAsync("() => [...document.querySelectorAll('dialog video')].every(video => video.currentTime > 0.1)");
        await Button(dialog, "Pause all").ClickAsync();
        await dialog.GetByLabel("Position in all videos").FillAsync("1.5");
        await page.Tab.WaitForFunctionAsync("() => [...document.querySelectorAll('dialog video')].every(video => video.paused && video.currentTime === 1.5)");
        await page.Tab.Keyboard.PressAsync("Escape");

        await Button(page.Cards.First, "Use as …").ClickAsync();
        await page.Tab.GetByLabel("Model", new PageGetByLabelOptions { Exact = true }).SelectOptionAsync("kling-3-pro-image2video");
        await Button(dialog, "Last frame as End image url").ClickAsync();
        await Expect(page.Field("/end_image_url")).ToContainTextAsync("640 × 360 pixels");

        await page.Tab.ReloadAsync();
        await Expect(page.Cards.Locator("video")).ToHaveCountAsync(2);
        await Button(page.Cards.Last, "Show the parameters in the form").ClickAsync();
        await page.AssertRequestAsync("""{"prompt":"An eagle","duration":"5"}""");
        await Button(page.Cards.Last, "Run again").ClickAsync();
        await Expect(page.Cards.Locator("video")).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task With_a_key_a_price_is_confirmed_before_a_job_runs()
    {
        using var emulator = new SegmindEmulator(KlingModels.All, new SegmindEmulatorOptions { TimeScale = 2000 });
        using KlingClient client = emulator.CreateClient();
        await using StudioPage page = await StudioPage.OpenAsync(browser, services: services => services.AddSingleton(client));
        await page.FillAsync(Slug, """{"prompt":"An eagle"}""");
        await Expect(page.Tab.GetByTestId("price")).ToHaveTextAsync("$2.34");
        await Expect(page.Field("/aspect_ratio")).ToContainTextAsync("Landscape 16x9");

        await page.Run.ClickAsync();
        await Expect(page.Tab.GetByTestId("confirm-cost")).ToContainTextAsync("2.34 USD");
        // Twice Enter by mistake spends nothing: the first button cancels.
        await page.Tab.Keyboard.PressAsync("Enter");
        await Expect(page.Tab.Locator("dialog")).ToHaveCountAsync(0);
        Assert.Empty(emulator.Jobs);

        await page.Run.ClickAsync();
        await page.Tab.GetByTestId("confirm").ClickAsync();
        await Expect(page.Cards.Locator("video")).ToHaveCountAsync(1);
        Assert.Single(emulator.Jobs);
    }

    [Fact]
    public async Task A_read_only_studio_says_why_nothing_can_be_run()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser, options: static studio => studio.IsReadOnly = true);
        await Expect(page.Run).ToBeDisabledAsync();
        await Expect(page.Tab.GetByTestId("reason")).ToContainTextAsync("read-only");
        await page.FillAsync("kling-3-pro-image2video", """{"prompt":"x"}""");
        await Expect(page.Violations("/start_image_url")).ToBeVisibleAsync();
        await Expect(page.Field("/start_image_url").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Upload image" })).ToBeDisabledAsync();
    }

    [Fact]
    public async Task Progress_states_the_expected_time_and_its_uncertainty()
    {
        const string Texts = """
            async () => {
                const { progress } = await import("./jobs.js");
                const seconds = { expected: 100, low: 60, high: 150 };
                const now = Date.parse("2026-01-01T00:10:00Z");
                const after = elapsed => new Date(now - elapsed * 1000).toISOString();
                return [
                    progress({ state: "submitting", submittedAt: null, seconds }, now),
                    progress({ state: "submitted", submittedAt: after(30), seconds }, now),
                    progress({ state: "submitted", submittedAt: after(140), seconds }, now),
                    progress({ state: "submitted", submittedAt: after(210), seconds }, now),
                    progress({ state: "submitted", submittedAt: after(30), seconds: null }, now),
                ].map(({ text }) => text);
            }
            """;
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Widgets]);
        Assert.Equal(
            [
                "is being submitted",
                "about 1:10 min left (usually 1:00 min to 2:30 min)",
                "2:20 min, should end soon (usually 1:00 min to 2:30 min)",
                "3:30 min, longer than usual (1:00 min to 2:30 min)",
                "30 s so far",
            ],
            await page.Tab.EvaluateAsync<string[]>(Texts));
    }

    private static ILocator Button(ILocator inside, string name) => inside.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = name });

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
