using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Kling.Models;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Kling.Studio.Tests;

/// <summary>How the page is served, and to whom.</summary>
public sealed class StudioServingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_is_compressed_and_not_sent_again_while_it_is_the_same()
    {
        await using StudioApp app = await StudioApp.StartAsync();
        using HttpResponseMessage plain = await GetAsync(app, "");
        using HttpResponseMessage compressed = await GetAsync(app, "", static request => request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip")));

        Assert.Equal("text/html", plain.Content.Headers.ContentType?.MediaType);
        Assert.Contains("script-src 'self'", plain.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(["gzip"], compressed.Content.Headers.ContentEncoding);
        Assert.True(compressed.Content.Headers.ContentLength < plain.Content.Headers.ContentLength);
        Assert.NotEqual(plain.Headers.ETag, compressed.Headers.ETag);

        using HttpResponseMessage known = await GetAsync(app, "", request => request.Headers.IfNoneMatch.Add(plain.Headers.ETag!));
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
        using HttpResponseMessage missing = await GetAsync(app, "no-such-file.js");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task Behind_a_path_base_the_address_without_a_slash_leads_to_the_page()
    {
        await using StudioApp app = await StudioApp.StartAsync(use: static application => application.UsePathBase("/tools"));
        using HttpResponseMessage page = await GetAsync(app, "/tools/studio?x=1");
        Assert.Equal("/tools/studio/?x=1", page.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using HttpResponseMessage session = await GetAsync(app, "/tools/studio/api/session");
        Assert.Equal(HttpStatusCode.OK, session.StatusCode);
    }

    /// <summary>Then the policy decides, and not where the request comes from.</summary>
    [Fact]
    public async Task With_a_policy_the_policy_decides()
    {
        await using StudioApp app = await StudioApp.StartAsync(
            static services => services
                .AddAuthorization()
                .AddAuthentication("name")
                .AddScheme<AuthenticationSchemeOptions, NameHandler>("name", null),
            configure: static studio => studio.RequireAuthorization());
        using HttpResponseMessage stranger = await GetAsync(app, "api/session");
        using HttpResponseMessage member = await GetAsync(app, "api/session", static request =>
        {
            request.Headers.Add("x-name", "ada");
            request.Headers.Host = "studio.example";
        });

        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.OK, member.StatusCode);
    }

    [Fact]
    public void Without_its_services_the_studio_says_what_to_add()
    {
        WebApplication application = WebApplication.CreateSlimBuilder().Build();
        InvalidOperationException studio = Assert.Throws<InvalidOperationException>(() => application.MapKlingStudio());
        InvalidOperationException jobs = Assert.Throws<InvalidOperationException>(() => application.MapKlingJobs());
        Assert.Contains("AddKlingStudio", studio.Message, StringComparison.Ordinal);
        Assert.Contains("AddKlingJobs", jobs.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shipped_model_is_found_by_its_slug()
    {
        Assert.Same(KlingO3Text2VideoRequest.Model, KlingModels.Find("kling-o3-text2video"));
        Assert.Null(KlingModels.Find("KLING-O3-text2video"));
    }

    private static async Task<HttpResponseMessage> GetAsync(StudioApp app, string path, Action<HttpRequestMessage>? with = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        with?.Invoke(request);
        return await app.Http.SendAsync(request, Token);
    }

    /// <summary>Who names itself is authenticated.</summary>
    private sealed class NameHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            Request.Headers["x-name"] is [{ } name]
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], Scheme.Name)), Scheme.Name))
                : AuthenticateResult.NoResult());
    }
}
