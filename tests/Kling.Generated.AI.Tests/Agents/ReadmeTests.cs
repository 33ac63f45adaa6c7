using System.Reflection;
using System.Text.RegularExpressions;
using Kling.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using static Kling.Tests.AI.ScriptedModel;

namespace Kling.Tests.AI;

/// <summary>The agent of the package's README is short, and it works.</summary>
public sealed partial class ReadmeTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        """;

    private static readonly string Root = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "RepositoryRoot").Value!;

    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "src", "Kling.Generated.AI", "README.md")).ReplaceLineEndings("\n");

    private static readonly string Agent = CodeBlock().Match(Page).Groups["code"].Value;

    [Fact]
    public void The_agent_has_at_most_25_lines() =>
        Assert.InRange(Agent.Split('\n').Count(static line => line.Trim().Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal)), 1, 25);

    [Fact]
    public async Task The_agent_makes_a_video_with_one_correction_and_one_approval()
    {
        using var stage = new Stage();
        string rejection = "";
        var model = new ScriptedModel(
            static _ => Call("kling-o3-text2video", """{"prompt":"An eagle.","aspect_ratio":"17:9"}"""),
            model =>
            {
                rejection = model.Results[^1];
                return Call("kling-o3-text2video", """{"prompt":"An eagle.","aspect_ratio":"16:9"}""");
            },
            static model => CallJob(model),
            static model => CallJob(model),
            static model => CallJob(model),
            static model => CallJob(model),
            static model => Say(model.Result.GetProperty("files")[0].GetProperty("url").GetString()!));
        var asked = new List<KlingToolReview>();
        Func<KlingToolReview, bool> approve = review =>
        {
            asked.Add(review);
            return true;
        };
        MethodInfo ask = Compile().GetType("VideoAgent")!.GetMethod("AskAsync")!;

        string answer = await stage.Clock.RunAsync(() => (Task<string>)ask.Invoke(null, [model, stage.Client, "An eagle, please.", approve])!);

        Assert.EndsWith(".mp4", answer, StringComparison.Ordinal);
        Assert.Equal(KlingO3Text2VideoRequest.Model, Assert.Single(asked).Model);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
        Assert.Contains($"\"{rejection.Split(" {")[0]}\"", Page, StringComparison.Ordinal);
    }

    private static Assembly Compile()
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp12);
        var compilation = CSharpCompilation.Create(
            "agent",
            [CSharpSyntaxTree.ParseText(ImplicitUsings, parse), CSharpSyntaxTree.ParseText(Agent, parse)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using var library = new MemoryStream();
        Assert.True(compilation.Emit(library).Success);
        return Assembly.Load(library.ToArray());
    }

    [GeneratedRegex("^```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
