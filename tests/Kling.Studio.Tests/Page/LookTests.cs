using System.Globalization;
using Deque.AxeCore.Commons;
using Kling.Models;
using Microsoft.Playwright;

namespace Kling.Studio.Tests.Page;

/// <summary>
/// The page in light and dark, wide and narrow. The pictures are for people: they are in the temporary folder <c>kling-studio-pictures</c>
/// after each run.
/// </summary>
[Collection(nameof(Browser))]
public sealed class LookTests(Browser browser)
{
    private const string Rules = "() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })"
        + ".then(result => result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html} ${node.failureSummary}`)))";

    private static readonly string Pictures = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), "kling-studio-pictures")).FullName;

    [Fact]
    public async Task It_is_accessible_and_fits_in_light_and_dark_wide_and_narrow()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser, [.. KlingModels.All, SampleModels.Widgets]);
        await page.Tab.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        await page.FillAsync("kling-o3-text2video", """{"prompt":"An eagle glides over a frozen lake at sunrise."}""");
        for (int job = 1; job <= 2; job++)
        {
            await page.Run.ClickAsync();
            await Assertions.Expect(page.Cards.Locator("video")).ToHaveCountAsync(job);
            await page.Cards.First.GetByLabel("compare").CheckAsync();
        }

        foreach ((ColorScheme scheme, int width, int height) in ((ColorScheme, int, int)[])
            [(ColorScheme.Light, 1440, 900), (ColorScheme.Dark, 1440, 900), (ColorScheme.Light, 360, 740), (ColorScheme.Dark, 360, 740)])
        {
            await Browser.ShowAsync(page.Tab, scheme, width, height);
            string name = string.Create(CultureInfo.InvariantCulture, $"{scheme}-{width}").ToLowerInvariant();
            await page.FillAsync("kling-3-pro-image2video", """{"prompt":"Look, @Element1!","start_image_url":"https://example.com/a.png","elements":[{}]}""");
            await PictureAsync("model-" + name);
            await page.FillAsync("widgets", """{"prompt":"Look, @Element1!","steps":99,"mode":"pro","elements":[{"name":"cat"},{}],"tags":["a","b"],"camera":{},"style":null}""");
            await PictureAsync("widgets-" + name);
            Assert.Empty(await page.Tab.EvaluateAsync<string[]>(Rules));
            await page.Tab.GetByTestId("compare").ClickAsync();
            await PictureAsync("compare-" + name);
            Assert.Empty(await page.Tab.EvaluateAsync<string[]>(Rules));
            await page.Tab.Keyboard.PressAsync("Escape");

            async Task PictureAsync(string file)
            {
                await PictureOfAsync(page, file);
                Assert.Equal(width, await page.Tab.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
            }
        }

        // The picture of the README.
        await Browser.ShowAsync(page.Tab, ColorScheme.Dark, 1280, 720);
        await page.FillAsync("kling-o3-text2video", """{"prompt":"An eagle glides over a frozen lake at sunrise.","duration":"10"}""");
        await PictureOfAsync(page, "studio");
    }

    private static async Task PictureOfAsync(StudioPage page, string file)
    {
        await page.Tab.EvaluateAsync("() => scrollTo(0, 0)");
        await page.Tab.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Pictures, file + ".png") });
    }
}
