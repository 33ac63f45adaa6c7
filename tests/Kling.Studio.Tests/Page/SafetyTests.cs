using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Kling.Studio.Tests.Page;

/// <summary>What others wrote stays text, and other sites cannot use the studio.</summary>
[Collection(nameof(Browser))]
public sealed class SafetyTests(Browser browser)
{
    [Fact]
    public async Task Markup_in_a_schema_in_a_link_and_in_errors_stays_text()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser, [SampleModels.Hostile]);
        const string Markup = "<img src=x onerror=window.hacked=1>";
        await Assertions.Expect(page.Tab.GetByTestId("model-list")).ToContainTextAsync(Markup);
        await page.FillAsync("hostile", new JsonObject
        {
            ["prompt"] = "no " + Markup,
            ["choice"] = Markup,
            ["a/b~\"'<i>"] = -1,
            [Markup] = Markup,
        }.ToJsonString());
        await Assertions.Expect(page.Field("/a~1b~0\"'<i>").Locator(".violation")).ToBeVisibleAsync();
        await Assertions.Expect(page.Field("/prompt").Locator(".violation")).ToBeVisibleAsync();
        foreach (string tab in (string[])["json", "csharp", "command", "curl"])
        {
            await page.Tab.GetByTestId("tab-" + tab).ClickAsync();
        }

        await page.FillAsync("hostile", """{"prompt":"<script>","constructor":"<b>"}""");
        await page.Run.ClickAsync();
        await page.Cards.Locator("video").WaitForAsync();
        await page.FillAsync("<b>no such model</b>", "{}");
        await Assertions.Expect(page.Tab.GetByTestId("message")).ToContainTextAsync("<b>no such model</b>");

        Assert.True(await page.Tab.EvaluateAsync<bool>("() => window.hacked === undefined"));
        await Assertions.Expect(page.Tab.Locator("main script, main img, nav img, #bold, [href^=javascript]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_of_another_origin_cannot_submit_upload_or_read()
    {
        await using StudioPage page = await StudioPage.OpenAsync(browser);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication other = builder.Build();
        other.MapGet("/", static context => context.Response.WriteAsync("<!DOCTYPE html><title>Another site</title>"));
        await other.StartAsync(TestContext.Current.CancellationToken);

        // The same window, so that it has the cookies of the studio.
        IPage tab = await page.Tab.Context.NewPageAsync();
        await tab.GotoAsync(other.Urls.Single());
        string[] outcomes = await tab.EvaluateAsync<string[]>("""
            async studio => {
                const body = JSON.stringify({ slug: "kling-o3-text2video", request: { prompt: "x" } });
                const attempt = async (path, options) => {
                    try {
                        const response = await fetch(studio + path, { credentials: "include", ...options });
                        return `${path}: ${response.type}`;
                    } catch {
                        return `${path}: blocked`;
                    }
                };
                return [
                    await attempt("api/jobs", { method: "POST", mode: "no-cors", headers: { "Content-Type": "text/plain" }, body }),
                    await attempt("api/jobs", { method: "POST", headers: { "Content-Type": "application/json" }, body }),
                    await attempt("api/files?name=a", { method: "POST", mode: "no-cors", body: "x" }),
                    await attempt("api/session"),
                ];
            }
            """, page.App.Http.BaseAddress!.ToString());

        Assert.Equal(["api/jobs: opaque", "api/jobs: blocked", "api/files?name=a: opaque", "api/session: blocked"], outcomes);
        Assert.Empty((await page.App.GetAsync("api/jobs"))["jobs"]!.AsArray());
        await tab.CloseAsync();
    }
}
