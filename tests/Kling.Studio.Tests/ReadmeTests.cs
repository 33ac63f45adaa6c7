using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kling.Studio.Tests;

/// <summary>The code of the package's README compiles.</summary>
public sealed partial class ReadmeTests
{
    private const string WebUsings = """
        global using System;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.DependencyInjection;
        """;

    [Fact]
    public void Each_block_of_code_compiles_without_a_warning()
    {
        string root = typeof(ReadmeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;
        string readme = File.ReadAllText(Path.Combine(root, "src", "Kling.Generated.AspNetCore", "README.md"));
        string[] blocks = [.. Block().Matches(readme).Select(static block => block.Groups[1].Value)];

        Assert.Equal(2, blocks.Length);
        Assert.All(blocks, static block => Assert.Empty(Compile(block.Contains("WebApplication app", StringComparison.Ordinal)
            ? block
            : "using Kling;\nusing Kling.Models;\nWebApplication app = WebApplication.Create();\n" + block)));
    }

    private static IEnumerable<string> Compile(string program) => CSharpCompilation
        .Create(
            "Program",
            [CSharpSyntaxTree.ParseText(WebUsings), CSharpSyntaxTree.ParseText(program)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable))
        .GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(static found => found.Severity >= DiagnosticSeverity.Warning)
        .Select(static found => found.ToString());

    // A block with a mark is a program that the tests of the packages run.
    [GeneratedRegex("(?<!-->\r?\n)```cs\r?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
