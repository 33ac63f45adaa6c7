namespace Kling.CodeFixes.Tests.Use;

public sealed class WireNameTests
{
    [Theory]
    [InlineData("Console.WriteLine(request.IsSet([|\"Prompt\"|]));")]
    [InlineData("Console.WriteLine(request.IsSet(name: [|\"promtp\"|]));")]
    [InlineData("_ = request.Unset([|\"Duration\"|]);")]
    [InlineData("_ = request.Unset([|\"duratoin\"|]);")]
    [InlineData("const string name = \"MultiPrompt\"; Console.WriteLine(request.IsSet([|name|]));")]
    [InlineData("return await client.SubmitAsync([|\"kling-o3-text2vidoe\"|], default);")]
    [InlineData("return await client.SubmitAsync(body: default, slug: [|\"Kling-O3-Text2Video\"|]);")]
    [InlineData("return await client.SubmitAsync(job0 is null ? [|\"klign-o3-text2video\"|] : \"kling-o3-text2video\", default);")]
    public Task A_misspelled_name_is_reported(string statements) => Verify("KLING208", statements);

    [Theory]
    [InlineData("Console.WriteLine(request.IsSet(\"prompt\") || request.IsSet(\"camera\") || request.IsSet(\"multi_prompt\"));")]
    [InlineData("_ = request.Unset(\"duration\").Unset(\"seed2\");")]
    [InlineData("return await client.SubmitAsync(\"kling-o1-text2video\", default);")]
    [InlineData("return await client.SubmitAsync(\"kling-o3-text2image\", default);")]
    [InlineData("return await client.SubmitAsync(\"kling-2.1\", default);")]
    [InlineData("return await client.SubmitAsync(Environment.MachineName, default);")]
    public Task A_name_that_is_not_similar_to_a_declared_one_is_not_reported(string statements) => Verify("KLING208", statements);

    [Theory]
    [InlineData("_ = new KlingO3Image2VideoRequest { ImageUrl = new(\"https://example.com/a.png\"), Prompt = \"A\" }.Unset([|\"image_url\"|]);")]
    [InlineData("KlingO3Image2VideoRequest made = null!; const string name = \"image_url\"; _ = made.Unset([|name|]);")]
    public Task A_required_parameter_that_is_unset_is_reported(string statements) => Verify("KLING209", statements);

    [Theory]
    [InlineData("KlingO3Image2VideoRequest made = null!; _ = made.Unset(\"end_image_url\"); Console.WriteLine(made.IsSet(\"image_url\"));")]
    public Task An_optional_parameter_that_is_unset_is_not_reported(string statements) => Verify("KLING209", statements);

    [Theory]
    [InlineData("return client.GetJob([|job0.RequestId|]);")]
    [InlineData("return client.GetJob(token: [|job0.Slug|]);")]
    [InlineData("var result = await job0.WaitForCompletionAsync(); return client.GetJob([|result.RequestId|]);")]
    [InlineData("return client.GetJob([|\"6b1f0a4e-1c52-4d3b-9c57-0e7f3f0c9a11\"|]);")]
    public Task An_id_instead_of_a_token_is_reported(string statements) => Verify("KLING210", statements);

    [Theory]
    [InlineData("return client.GetJob(job0.ToToken());")]
    [InlineData("return client.GetJob(Environment.GetCommandLineArgs()[1]);")]
    [InlineData("return client.GetJob(\"{\\\"v\\\":1}\");")]
    [InlineData("var id = new { Id = job0.ToToken() }; return client.GetJob(id.Id);")]
    public Task A_token_is_not_reported(string statements) => Verify("KLING210", statements);

    private static Task Verify(string id, string statements) => FixTest.AssertReportsAsync(id, FixTest.InMethod(statements));
}
