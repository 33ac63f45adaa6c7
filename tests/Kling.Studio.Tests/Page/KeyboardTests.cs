using Microsoft.Playwright;

namespace Kling.Studio.Tests.Page;

/// <summary>The page is used without a mouse.</summary>
[Collection(nameof(Browser))]
public sealed class KeyboardTests(Browser browser)
{
    [Fact]
    public async Task From_the_list_of_models_to_a_playing_video()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser);
        IPage tab = page.Tab;

        await TabToAsync(tab, "input[type=search]");
        await tab.Keyboard.TypeAsync("o3 text");
        await tab.Keyboard.PressAsync("Enter");
        await tab.GetByTestId("model-kling-o3-text2video").And(tab.Locator("[aria-current]")).WaitForAsync();

        await TabToAsync(tab, "[data-testid='field-/prompt'] textarea");
        await tab.Keyboard.PressAsync("Control+A");
        await tab.Keyboard.TypeAsync("An eagle at sunrise");
        await TabToAsync(tab, "[data-testid='field-/aspect_ratio'] input");
        await tab.Keyboard.PressAsync("Space");
        await tab.Keyboard.PressAsync("ArrowRight");
        await page.AssertRequestAsync("""{"prompt":"An eagle at sunrise","aspect_ratio":"9:16"}""");

        await TabToAsync(tab, "[data-testid=run]");
        await tab.Keyboard.PressAsync("Enter");
        await page.Cards.Locator("video").WaitForAsync();

        await TabToAsync(tab, "video");
        await tab.Keyboard.PressAsync("Space");
        await tab.WaitForFunctionAsync("() => document.querySelector('.result video').currentTime > 0.1");
    }

    [Fact]
    public async Task References_are_completed_while_they_are_typed()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser);
        await page.FillAsync("kling-3-pro-image2video", """{"elements":[{},{}],"voice_ids":["a"]}""");

        await page.Field("/prompt").Locator("textarea").FocusAsync();
        await page.Tab.Keyboard.TypeAsync("Look, @e");
        await page.Tab.Keyboard.PressAsync("ArrowDown");
        await page.Tab.Keyboard.PressAsync("Enter");
        await page.Tab.Keyboard.TypeAsync(" says <<");
        await page.Tab.Keyboard.PressAsync("Tab");
        await page.Tab.Keyboard.TypeAsync(" @x");

        await page.AssertRequestAsync("""{"prompt":"Look, @Element2 says <<<voice_1>>> @x","elements":[{},{}],"voice_ids":["a"]}""");
    }

    /// <summary>Presses Tab until an element has the focus, as a person would.</summary>
    private static async Task TabToAsync(IPage tab, string selector)
    {
        for (int presses = 0; presses < 150; presses++)
        {
            await tab.Keyboard.PressAsync("Tab");
            if (await tab.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }
        }

        Assert.Fail($"The Tab key does not reach {selector}.");
    }
}
