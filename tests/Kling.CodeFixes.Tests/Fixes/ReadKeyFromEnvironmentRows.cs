using static Kling.CodeFixes.Tests.Fixes.FixForm;

namespace Kling.CodeFixes.Tests.Fixes;

/// <summary>KLING202: a key that is read from the environment. It is made up; it looks like a real one because that is what the rule looks at.</summary>
internal sealed class ReadKeyFromEnvironmentRows() : FixRows(new ReadKeyFromEnvironmentFix())
{
    private const string Read = "Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\")";
    private const string ReadOrThrow = Read + " ?? throw new InvalidOperationException(\"Set SEGMIND_API_KEY to your API key.\")";

    public override IReadOnlyList<FixRow> Rows { get; } =
    [
        Key(SingleLine, "_ = new KlingClient(MINE);", "_ = new KlingClient();", ""),
        Key(NamedArgument, "_ = new KlingClient(apiKey: MINE);", "_ = new KlingClient();", ""),
        Key(CommentInside, "_ = new KlingClient(/* mine */ MINE /* only */);", "_ = new KlingClient(/* mine */ /* only */);", ""),
        Key(CommentInside, "_ = new KlingClient(\n    // mine\n    MINE // only\n);", "_ = new KlingClient(/* mine */ /* only */);", ""),
        Key(SingleLine, "_ = new KlingClient(MINE, new KlingClientOptions());", ReadOrThrow),
        Key(ReorderedArguments, "_ = new KlingClient(\n    options: new KlingClientOptions(),\n    apiKey: MINE); // last", ReadOrThrow),
        Key(CommentBefore, "_ = new KlingClientOptions { ApiKey = /* mine */ MINE };", Read),
        Key(SingleLine, "_ = new KlingClientOptions { ApiKey = Environment.GetEnvironmentVariable(\"KEY\") ?? MINE };", Read),
        Key(Several, "new KlingClientOptions().ApiKey = MINE;\nnew KlingClientOptions().ApiKey = MINE;", Read),
        Key(CommentAfter, "string key = MINE; // mine\n_ = new KlingClient(key);", ReadOrThrow),
        Key(MultiLine, "_ = new KlingClientOptions\n{\n    ApiKey = MINE, // mine\n    SubmitTimeout = TimeSpan.FromMinutes(1),\n};", Read),
        Key(TrailingComma, "_ = new KlingClientOptions { ApiKey = MINE, };", Read),
        Key(SingleLine, "string apiKey; apiKey = MINE; _ = new KlingClientOptions { ApiKey = apiKey };", ReadOrThrow),
        Key(SingleLine, "string? apiKey = null; apiKey ??= MINE; _ = new KlingClientOptions { ApiKey = apiKey };", Read),
        Key(SingleLine, "Take(MINE);\nstatic void Take(string apiKey) => Console.WriteLine(apiKey);", ReadOrThrow),
        Key(SingleLine, "using var http = new System.Net.Http.HttpClient(); http.DefaultRequestHeaders.Add(\"x-api-key\", MINE);", ReadOrThrow),
        Key(SingleLine, "var settings = new Dictionary<string, string?> { [\"Kling:ApiKey\"] = MINE }; Console.WriteLine(settings.Count);", Read),
        Key(SingleLine, "var settings = new Dictionary<string, string> { [\"Kling:ApiKey\"] = MINE }; Console.WriteLine(settings.Count);", ReadOrThrow),
        Key(SingleLine, "var settings = new Dictionary<string, string?> { { \"Kling:ApiKey\", MINE } }; Console.WriteLine(settings.Count);", ReadOrThrow),
        Key(SingleLine, "var options = new { ApiKey = MINE }; Console.WriteLine(options);", ReadOrThrow),
        Key(SingleLine, "_ = new KlingClientOptions { ApiKey = job0 is null ? null : MINE };", Read),
        Key(SingleLine, "string apiKey = job0 is null ? MINE : \"\"; Console.WriteLine(apiKey);", ReadOrThrow),
        new(
            SingleLine,
            "Read the key from SEGMIND_API_KEY",
            "file sealed class Mine() : Kling.KlingClient(\"SG_3f9a07c1e58b24d6\", null);",
            "file sealed class Mine() : Kling.KlingClient(System.Environment.GetEnvironmentVariable(\"SEGMIND_API_KEY\") ?? throw new System.InvalidOperationException(\"Set SEGMIND_API_KEY to your API key.\"), null);"),
        new(
            Several,
            "Read the key from SEGMIND_API_KEY",
            "using System;\nfile static class Settings\n{\n    private static readonly string ApiKey = MINE;\n    public static string Secret { get; set; } = MINE; // mine\n    public static string Token => MINE;\n    public static string? OtherKey { get; } = MINE;\n    public static string All => ApiKey;\n}".Replace("MINE", "\"SG_3f9a07c1e58b24d6\"", StringComparison.Ordinal),
            "using System;\nfile static class Settings\n{\n    private static readonly string ApiKey = MINE;\n    public static string Secret { get; set; } = MINE; // mine\n    public static string Token => MINE;\n    public static string? OtherKey { get; } = MINE;\n    public static string All => ApiKey;\n}".Replace("MINE", ReadOrThrow, StringComparison.Ordinal)),
    ];

    public override IReadOnlyList<string> Refused { get; } =
    [
        "const string key = \"SG_3f9a07c1e58b24d6\"; _ = new KlingClient(key);",
        "Environment.SetEnvironmentVariable(\"SEGMIND_API_KEY\", \"SG_3f9a07c1e58b24d6\");",
        "file static class Settings { public static string Make(string apiKey = \"SG_3f9a07c1e58b24d6\") => apiKey; }",
    ];

    private static FixRow Key(FixForm form, string code, string read) => Key(form, code, code, read);

    private static FixRow Key(FixForm form, string before, string after, string read) => new(
        form,
        "Read the key from SEGMIND_API_KEY",
        before.Replace("MINE", "\"SG_3f9a07c1e58b24d6\"", StringComparison.Ordinal),
        after.Replace("MINE", read, StringComparison.Ordinal));
}
