using Microsoft.Playwright;

namespace Kling.Studio.Tests.Page;

/// <summary>
/// Chromium with one tab. The tests of the page take turns with it, because a process for each would cost more than all tests together. It
/// is not started if no test needs it.
/// </summary>
[CollectionDefinition(nameof(Browser))]
public sealed class Browser : IAsyncLifetime, ICollectionFixture<Browser>
{
    private const string Package = "The tests of the studio's page need Chromium: install the Debian package 'chromium-headless-shell' or 'chromium'.";

    // No sandbox: CI runs as root. The others keep Chromium from looking for its makers.
    private static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static readonly string[] Places = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IPage? _tab;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The tab, empty, wide and light. Skips the test without a browser, unless it is required.</summary>
    internal async Task<IPage> OpenAsync()
    {
        _tab ??= await StartAsync();
        await _tab.Context.ClearCookiesAsync();
        await ShowAsync(_tab, ColorScheme.Light, 1280, 800);
        return _tab;
    }

    /// <summary>Changes how the window is.</summary>
    internal static async Task ShowAsync(IPage tab, ColorScheme scheme, int width, int height)
    {
        await tab.SetViewportSizeAsync(width, height);
        await tab.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
    }

    public async ValueTask DisposeAsync()
    {
        if (_tab is not null)
        {
            await _tab.Context.Browser!.CloseAsync();
        }

        _playwright?.Dispose();
    }

    private async Task<IPage> StartAsync()
    {
        string? program = Places.FirstOrDefault(File.Exists);
        if (program is null && Environment.GetEnvironmentVariable("KLING_REQUIRE_CHROMIUM") == "1")
        {
            Assert.Fail(Package);
        }

        Assert.SkipWhen(program is null, Package);
        _playwright = await Playwright.CreateAsync();
        IBrowser browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = program, Args = Arguments });
        IBrowserContext window = await browser.NewContextAsync(new BrowserNewContextOptions { Permissions = ["clipboard-read", "clipboard-write"] });
        window.SetDefaultTimeout(30_000);
        return await window.NewPageAsync();
    }
}
