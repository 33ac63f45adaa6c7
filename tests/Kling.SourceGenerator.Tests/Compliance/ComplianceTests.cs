using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Compliance;

/// <summary>
/// Generated code in other people's projects: at the floor of language and framework, with every warning of the compiler
/// and of its documentation comments counted.
/// </summary>
public sealed class ComplianceTests
{
    public static TheoryData<string> ShippedModels { get; } = [.. Checkout.ShippedSchemaPaths.Select(static path => Path.GetFileName(path))];

    private static TestProject AllModels { get; } = TestProject.WithFiles(
        [.. Checkout.ShippedSchemaPaths.Select(TestProject.ShippedFile), .. FeatureModel.All]);

    private static readonly Lazy<GeneratorOutput> Generated = new(static () => GeneratorHarness.Run(AllModels));

    private static TestProject Feature { get; } = TestProject.WithFiles(FeatureModel.File);

    [Fact]
    public void All_models_compile_without_a_warning()
    {
        Generated.Value.AssertEmits(Stream.Null, documentation: Stream.Null);
    }

    /// <summary>The harness holds every compilation of the tests to it, so that no other test asks for it.</summary>
    [Fact]
    public void The_tests_see_code_that_is_not_CLS_compliant() => Assert.Equal(
        ["CS3003"],
        GeneratorHarness.Run(Feature with { Code = "/// <summary>One.</summary>\npublic static class Program { /// <summary>Two.</summary>\n public static uint Count { get; } }" })
            .Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => diagnostic.Id));

    [Fact]
    public void Writing_an_assembly_reports_the_same_warnings_as_compiling()
    {
        const string Code = "public static class Program { public static uint Count(string? text) { int unused; return (uint)text.Length; } }";
        Compilation compilation = GeneratorHarness.Run(Feature with { Code = Code }).Compilation;
        string[] compiled = [.. Warnings(compilation.GetDiagnostics(TestContext.Current.CancellationToken))];
        Assert.Equal(["CS0168", "CS1591", "CS1591", "CS3002", "CS8602"], compiled);
        Assert.Equal(compiled, Warnings(compilation.Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken).Diagnostics));

        static IEnumerable<string> Warnings(IEnumerable<Diagnostic> diagnostics) => diagnostics
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .Select(static diagnostic => diagnostic.Id)
            .Order(StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ShippedModels))]
    public void A_shipped_model_compiles_alone(string file)
    {
        GeneratorOutput output = GeneratorHarness.Run(TestProject.WithFiles(
            TestProject.ShippedFile(Path.Combine(Checkout.Root, "schemas", file))));
        Assert.Empty(output.Report);
        output.AssertCompiles();
    }

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void The_nullable_setting_of_the_project_does_not_matter(NullableContextOptions nullable) =>
        GeneratorHarness.Run(AllModels with { Nullable = nullable }).AssertCompiles();

    [Fact]
    public void No_type_name_of_the_project_breaks_generated_code()
    {
        const string Hostile = """
            namespace Acme
            {
                internal sealed class System { }
                internal sealed class Kling { }
                internal sealed class Uri { }
                internal sealed class KlingList<T> { }
                internal sealed class Obsolete { }
            }

            namespace Acme.Models
            {
                internal sealed class System { }
                internal sealed class Kling { }
                internal sealed class Uri { }
                internal sealed class HashCode { }
                internal sealed class JsonElement { }
                internal sealed class KlingModel { }
                internal sealed class KlingValidation { }
                internal sealed class Defaults { }
                internal sealed class Checks { }
                internal sealed class Acme { }
            }
            """;
        GeneratorHarness.Run(AllModels with { Code = Hostile }).AssertCompiles();
    }

    [Fact]
    public void A_using_or_an_alias_of_the_project_changes_nothing() =>
        GeneratorHarness.Run(AllModels with { Code = "global using Uri = System.Text.StringBuilder; global using System; global using Kling;" }).AssertCompiles();

    [Theory]
    [InlineData("my-app")]
    [InlineData("1st.class")]
    [InlineData("System")]
    [InlineData("Kling.Generated")]
    [InlineData("a..b")]
    public void Every_root_namespace_gives_a_valid_namespace(string root) =>
        GeneratorHarness.Run(Feature with { Properties = new Dictionary<string, string> { ["RootNamespace"] = root } }).AssertCompiles();

    [Fact]
    public void A_project_without_a_root_namespace_compiles() =>
        GeneratorHarness.Run(Feature with { Properties = new Dictionary<string, string>() }).AssertCompiles();

    [Fact]
    public void Internal_types_compile_and_are_internal()
    {
        TestProject project = AllModels with { Properties = new Dictionary<string, string> { ["RootNamespace"] = "Acme", ["KlingAccessibility"] = "internal" } };
        Compilation compilation = GeneratorHarness.Run(project).AssertCompiles();
        Assert.DoesNotContain(
            compilation.GetTypeByMetadataName("Acme.Models.FeatureModelRequest")!.ContainingNamespace.GetTypeMembers(),
            static type => type.DeclaredAccessibility is Accessibility.Public);
    }

    [Fact]
    public void A_list_works_with_await_yield_ranges_and_patterns() =>
        GeneratorHarness.Run(AllModels with
        {
            Code = """
                #pragma warning disable CS0618 // The feature model is retired, as one of its features.
                using System.Collections.Generic;
                using System.Threading.Tasks;
                using Acme.Models;
                using Kling;

                internal static class Program
                {
                    internal static async Task<int> Count(FeatureModelRequest request)
                    {
                        int count = 0;
                        foreach (FeatureModelScene scene in request.Scenes!)
                        {
                            await Task.Delay(scene.Length);
                            foreach (var (name, value) in scene.AdditionalParameters)
                            {
                                await Task.Yield();
                                count += name.Length + value.GetRawText().Length;
                            }
                        }

                        return count;
                    }

                    internal static IEnumerable<double> Each(KlingList<KlingList<double>> matrix)
                    {
                        foreach (KlingList<double> row in matrix)
                        {
                            foreach (double cell in row[1..])
                            {
                                yield return cell;
                            }
                        }
                    }

                    internal static KlingList<double> Tail(KlingList<double> row) => row is [_, .. var rest] ? [.. rest, row[^1]] : [];
                }
                """,
        }).AssertCompiles();

    [Fact]
    public void The_compiler_finds_documentation_on_every_public_member_of_a_model()
    {
        string comment = Generated.Value.Compilation.GetTypeByMetadataName("Acme.Models.FeatureModelRequest")!
            .GetMembers("Prompt").Single().GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;
        Assert.Contains("A text from 2 to 8 characters.", comment, StringComparison.Ordinal);
    }
}
