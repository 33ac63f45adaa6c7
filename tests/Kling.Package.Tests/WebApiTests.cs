using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Kling.Package.Tests;

/// <summary>A minimal API over a packaged model: what it takes, what it refuses, and what it tells of itself.</summary>
[Collection("Users' projects")]
public sealed class WebApiTests(WebApiServer server) : IClassFixture<WebApiServer>
{
    [Fact]
    public async Task A_body_that_the_schema_allows_is_read_and_written_as_it_was_sent()
    {
        using HttpResponseMessage answer = await PostAsync("videos", """{"prompt":"An eagle.","duration":"10","newer":1}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("""{"prompt":"An eagle.","duration":"10","newer":1}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("""{"prompt":"An eagle.","cfg_scale":7}""", "/cfg_scale")]
    [InlineData("""{"prompt":"An eagle.","duration":"11 s"}""", "/duration")]
    [InlineData("""{"duration":"10"}""", "/prompt")]
    public async Task A_body_that_the_schema_refuses_is_a_validation_problem_with_its_location(string body, string location)
    {
        using HttpResponseMessage answer = await PostAsync("videos", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal([location], problem.GetProperty("errors").EnumerateObject().Select(static error => error.Name));
    }

    [Fact]
    public async Task AddValidation_refuses_a_request_by_the_attributes_of_the_packaged_model()
    {
        using HttpResponseMessage refused = await PostAsync("drafts?prompt=An+eagle&cfg_scale=7", "");
        using HttpResponseMessage taken = await PostAsync("drafts?prompt=An+eagle&cfg_scale=0.7", "");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        JsonElement problem = await refused.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("CfgScale must be from 0 to 1.", problem.GetProperty("errors").GetProperty("Request.CfgScale")[0].GetString());
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task The_OpenApi_document_has_the_schema_of_the_model()
    {
        JsonElement document = await server.Http.GetFromJsonAsync<JsonElement>("openapi/v1.json", TestContext.Current.CancellationToken);
        JsonElement said = document.GetProperty("components").GetProperty("schemas").GetProperty("KlingO3Text2VideoRequest");
        using var schema = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "schemas", "kling-o3-text2video.json"), TestContext.Current.CancellationToken));

        Assert.Equal(Names(schema.RootElement), Names(said));
        Assert.All(schema.RootElement.GetProperty("properties").EnumerateObject(), parameter => Assert.All(
            parameter.Value.EnumerateObject().Where(static keyword => keyword.Name is "type" or "enum" or "minimum" or "maximum" or "default" or "description"),
            keyword => Assert.True(
                JsonElement.DeepEquals(keyword.Value, said.GetProperty("properties").GetProperty(parameter.Name).GetProperty(keyword.Name)),
                $"{parameter.Name}: {keyword}")));
        Assert.True(JsonElement.DeepEquals(schema.RootElement.GetProperty("required"), said.GetProperty("required")));
    }

    [Fact]
    public void The_recipe_in_the_README_is_the_program_that_is_tested()
    {
        string program = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Consumers", "WebApi", "Program.cs")).ReplaceLineEndings("\n");
        string recipe = string.Join('\n', program.Split('\n').Where(static line => !line.Contains("/drafts", StringComparison.Ordinal)));

        string page = File.ReadAllText(Path.Combine(Checkout.Root, "src", "Kling.Generated.AspNetCore", "README.md")).ReplaceLineEndings("\n");
        Assert.Contains($"<!-- recipe -->\n```cs\n{recipe}```\n", page, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("properties").EnumerateObject().Select(static parameter => parameter.Name);

    private async Task<HttpResponseMessage> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        return await server.Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
