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
    [InlineData("return await client.SubmitAsync([|nameof(KlingO3Text2VideoRequest)|], default);")]
    [InlineData("return await client.SubmitAsync([|\"KlingO3Text2Video\"|], default);")]
    [InlineData("return await client.SubmitAsync([|\"kling_o3_text2video\"|], default);")]
    [InlineData("return await client.SubmitAsync([|\"kling-o3-\" + \"text2vidoe\"|], default);")]
    [InlineData("string slug = \"kling-o3-text2vidoe\"; return await client.SubmitAsync([|slug|], default);")]
    [InlineData("const string family = \"kling-o3\"; return await client.SubmitAsync([|$\"{family}-text2vidoe\"|], default);")]
    [InlineData("return await client.SubmitAsync([|Names.Slug|], default);")]
    [InlineData("return await client.SubmitAsync([|Names.Field|], default);")]
    [InlineData("Func<Task<KlingJob>> submit = () => client.SubmitAsync([|\"kling-o3-text2vidoe\"|], default); return await submit();")]
    [InlineData("return await client.SubmitAsync(job0 is null ? [|\"klign-o3-text2video\"|] : \"kling-o3-text2video\", default);")]
    public Task A_misspelled_name_is_reported(string statements) => Verify("KLING208", statements);

    [Theory]
    [InlineData("Console.WriteLine(request.IsSet(\"prompt\") || request.IsSet(\"camera\") || request.IsSet(\"multi_prompt\"));")]
    [InlineData("_ = request.Unset(\"duration\").Unset(\"seed2\");")]
    [InlineData("return await client.SubmitAsync(\"kling-o1-text2video\", default);")]
    [InlineData("return await client.SubmitAsync(\"kling-o3-text2image\", default);")]
    [InlineData("return await client.SubmitAsync(\"kling-2.1\", default);")]
    [InlineData("return await client.SubmitAsync(Environment.MachineName, default);")]
    [InlineData("return await client.SubmitAsync(job0.Slug, default);")]
    [InlineData("return await client.SubmitAsync($\"kling-o3-{Environment.MachineName}\", default);")]
    [InlineData("string slug = \"kling-o3-text2vidoe\"; slug = \"kling-o3-text2video\"; return await client.SubmitAsync(slug, default);")]
    [InlineData("return await client.SubmitAsync(KlingO3Text2VideoRequest.Model.Slug, default);")]
    [InlineData("return await client.SubmitAsync(nameof(Program), default);")]
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
    [InlineData("string id = job0.RequestId; return client.GetJob([|id|]);")]
    [InlineData("return client.GetJob([|$\"{job0.RequestId}\"|]);")]
    [InlineData("return client.GetJob([|job0.RequestId.ToString()|]);")]
    [InlineData("return client.GetJob([|job0.ToString()|]!);")]
    [InlineData("return client.GetJob([|Guid.NewGuid().ToString(\"N\")|]);")]
    [InlineData("return client.GetJob([|$\"job-{Environment.MachineName}\"|]);")]
    [InlineData("return client.GetJob(job0 is null ? Environment.MachineName : [|job0.RequestId|]);")]
    [InlineData("return client.GetJob(Environment.GetEnvironmentVariable(\"TOKEN\") ?? [|job0.RequestId|]);")]
    [InlineData("if (job0.RequestId is { } id) { return client.GetJob([|id|]); }")]
    [InlineData("if (job0.RequestId is string { Length: > 3 } id) { return client.GetJob([|id|]); }")]
    [InlineData("try { return await job0.WaitForCompletionAsync(); } catch (KlingTimeoutException late) when (late.RequestId is { } id) { return client.GetJob([|id|]); }")]
    [InlineData("foreach (var id in Names.Ids(job0)) { Console.WriteLine(client.GetJob(id)); } foreach (var id in new List<KlingJob> { job0 }.Select(job => job.RequestId)) { Console.WriteLine(client.GetJob([|id|])); }")]
    [InlineData("var ids = new List<KlingJob> { job0 }.Select(job => job.RequestId).ToList(); return ids.Select(id => client.GetJob([|id|]));")]
    [InlineData("return from job in new List<KlingJob> { job0 } let id = job.RequestId select client.GetJob([|id|]);")]
    [InlineData("return from id in new List<KlingJob> { job0 }.Select(job => job.RequestId) select client.GetJob([|id|]);")]
    [InlineData("KlingJob Again() => client.GetJob([|job0.RequestId|]); return Again();")]
    [InlineData("return client.GetJob([|\"kj3.\" + job0.Slug|]);")]
    public Task An_id_instead_of_a_token_is_reported(string statements) => Verify("KLING210", statements);

    [Theory]
    [InlineData("return client.GetJob(job0.ToToken());")]
    [InlineData("return client.GetJob(Environment.GetCommandLineArgs()[1]);")]
    [InlineData("return client.GetJob(\"{\\\"v\\\":1}\");")]
    [InlineData("return client.GetJob(\" {\\\"v\\\":1}\");")]
    [InlineData("return client.GetJob($\"{job0.ToToken()}\");")]
    [InlineData("return client.GetJob(job0.ToToken().ToString());")]
    [InlineData("string token = job0.RequestId; token = job0.ToToken(); return client.GetJob(token);")]
    [InlineData("var tokens = new Dictionary<string, string> { [job0.RequestId] = job0.ToToken() }; return client.GetJob(tokens[job0.RequestId]);")]
    [InlineData("var tokens = new Dictionary<string, string>(); if (tokens.TryGetValue(job0.RequestId, out string? token)) { return client.GetJob(token); }")]
    [InlineData("if (Find(job0.RequestId) is { } token) { return client.GetJob(token); }\nstatic string? Find(string id) => id;")]
    [InlineData("return client.GetJob(System.IO.File.ReadAllText(job0.RequestId + \".token\"));")]
    [InlineData("return new List<KlingJob> { job0 }.Select(job => job.ToToken()).Select(token => client.GetJob(token));")]
    [InlineData("return from job in new List<KlingJob> { job0 } let id = job.RequestId let token = Find(id) select client.GetJob(token);\nstatic string Find(string id) => id;")]
    [InlineData("foreach (string line in Environment.GetCommandLineArgs()) { return client.GetJob(line); }")]
    [InlineData("return new[] { \"a\" }.Select(requestId => client.GetJob(requestId));")]
    [InlineData("var id = new { Id = job0.ToToken() }; return client.GetJob(id.Id);")]
    [InlineData("return client.GetJob(\"kj2.test-model.req-1.20260901T1200000000000Z\");")]
    [InlineData("return client.GetJob(\"{\\\"v\\\":1,\\\"id\\\":\\\"\" + job0.RequestId + \"\\\"}\");")]
    [InlineData("return client.GetJob($\"kj2.{job0.Slug}.{job0.RequestId}.20260901T1200000000000Z\");")]
    [InlineData("return client.GetJob(\"kj\" + System.IO.File.ReadAllText(\"x\"));")]
    public Task A_token_is_not_reported(string statements) => Verify("KLING210", statements);

    private static Task Verify(string id, string statements) => FixTest.AssertReportsAsync(id, "using System.Linq;\n" + FixTest.InMethod(statements) + """


        internal static class Names
        {
            public const string Slug = "kling-o3-text2vidoe";

            public static readonly string Field = Slug;

            public static IEnumerable<string> Ids(KlingJob job) => [job.ToToken()];
        }
        """);
}
