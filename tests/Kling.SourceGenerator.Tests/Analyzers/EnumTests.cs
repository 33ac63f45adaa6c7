using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>KLING108: numbers that become members of enums.</summary>
public sealed class EnumTests
{
    private const string Schema = """
        {
          "properties": {
            "mode": { "enum": ["std", "pro"], "default": "std" },
            "other": { "enum": ["std", "pro"] },
            "length": { "enum": ["5", "10", "15"], "default": "5" },
            "size": { "enum": [480, 720] },
            "depth": { "enum": [1, "auto"] },
            "step": { "enum": ["0", "-1", 1], "default": 1 },
            "modes_list": { "type": "array", "items": { "enum": ["std", "pro"] } },
            "nullable_mode": { "enum": ["std", "pro", null] },
            "either": { "anyOf": [{ "enum": ["std", "pro"] }, { "type": "boolean" }] },
            "choices": { "type": "array", "items": { "anyOf": [{ "enum": ["std", "pro"] }, { "type": "boolean" }] } }
          }
        }
        """;

    private static readonly TestProject Project = TestProject.With(Schema);

    private static readonly Lazy<MetadataReference> Compiled = new(static () => ClipModel.Compile(Project));

    /// <summary>Members of a class, and the value of a parameter.</summary>
    public static TheoryData<string, string> Numbered => new()
    {
        { "", "[|(AcmeClipMode)1|]" },
        { "", "[|(AcmeClipMode)2|]" },
        { "", "[|(AcmeClipMode)9|]" },
        { "", "[|(AcmeClipMode)(-1)|]" },
        { "", "[|(AcmeClipMode)0x1|]" },
        { "", "[|(AcmeClipMode)'\\u0001'|]" },
        { "", "[|(AcmeClipMode)1L|]" },
        { "", "[|(AcmeClipMode)1.0|]" },
        { "", "checked([|(AcmeClipMode)1|])" },
        { "", "unchecked([|(AcmeClipMode)(-1)|])" },
        { "", "[|(AcmeClipMode)checked(1 + 1)|]" },
        { "", "[|(AcmeClipMode)AcmeClipOther.Pro|]" },
        { "", "[|(AcmeClipMode)(int)AcmeClipOther.Pro|]" },
        { "", "[|AcmeClipMode.Std + 1|]" },
        { "", "[|default|]" },
        { "", "[|default(AcmeClipMode)|]" },
        { "", "[|0|]" },
        { "", "flag ? [|(AcmeClipMode)1|] : AcmeClipMode.Pro" },
        { "", "[|(AcmeClipMode)(flag ? 1 : 2)|]" },
        { "private const int Number = 1;", "[|(AcmeClipMode)Number|]" },
        { "private const int Zero = 0;", "[|Zero|]" },
        { "private const AcmeClipMode Mode = (AcmeClipMode)1;", "[|Mode|]" },
        { "private static readonly AcmeClipMode Mode = (AcmeClipMode)1;", "[|Mode|]" },
        { "private static readonly int Number = 1;", "[|(AcmeClipMode)Number|]" },
        { "private const AcmeClipMode A = B, B = (AcmeClipMode)1;", "[|A|]" },
    };

    /// <summary>Code that names a member, or whose number is not known.</summary>
    public static TheoryData<string, string> Named => new()
    {
        { "", "AcmeClipMode.Pro" },
        { "", "(AcmeClipMode)AcmeClipMode.Pro" },
        { "", "(AcmeClipMode)(int)AcmeClipMode.Pro" },
        { "", "checked((AcmeClipMode)((byte)AcmeClipMode.Pro))" },
        { "", "flag ? AcmeClipMode.Std : AcmeClipMode.Pro" },
        { "private const bool Fast = true;", "Fast ? AcmeClipMode.Std : AcmeClipMode.Pro" },
        { "private const AcmeClipMode Mode = AcmeClipMode.Pro;", "Mode" },
        { "private const AcmeClipMode A = B, B = AcmeClipMode.Pro;", "A" },
        { "private const int Number = (int)AcmeClipMode.Pro;", "(AcmeClipMode)Number" },
        { "private static readonly AcmeClipMode Mode = AcmeClipMode.Pro;", "(AcmeClipMode)Mode" },
        { "", "(AcmeClipMode)count" },
        { "private static int Number = 1;", "(AcmeClipMode)Number" },
    };

    [Theory]
    [MemberData(nameof(Numbered))]
    public async Task The_message_about_a_cast_number_suggests_no_member_if_the_members_are_numbered_in_order(string member, string value)
    {
        IReadOnlyList<Diagnostic> found = await Verify("Mode", member, value);
        Assert.All(found, static diagnostic => Assert.Matches("does not say which member of 'AcmeClipMode' is meant; assign a named member to 'Mode'$", AnalyzerHarness.Message(diagnostic)));
        Assert.All(found, static diagnostic => Assert.DoesNotContain("Nearest", diagnostic.Properties.Keys));
    }

    [Theory]
    [MemberData(nameof(Named))]
    public async Task A_member_that_is_named_is_not_reported_however_it_is_cast(string member, string value) => await Verify("Mode", member, value);

    [Theory]
    [InlineData("Mode", "const int number = 1;", "[|(AcmeClipMode)number|]")]
    [InlineData("Mode", "var number = 2;", "[|(AcmeClipMode)number|]")]
    [InlineData("Mode", "var letter = 'a';", "[|(AcmeClipMode)letter|]")]
    [InlineData("Mode", "var other = AcmeClipOther.Pro;", "[|(AcmeClipMode)other|]")]
    [InlineData("Mode", "const AcmeClipMode mode = (AcmeClipMode)2;", "[|mode|]")]
    [InlineData("Mode", "var mode = (AcmeClipMode)2;", "[|mode|]")]
    [InlineData("Mode", "var mode = AcmeClipMode.Pro;", "(AcmeClipMode)mode")]
    [InlineData("Mode", "var number = 1; number++;", "(AcmeClipMode)number")]
    [InlineData("Mode", "double number = 1.5;", "(AcmeClipMode)number")]
    [InlineData("NullableMode", "", "[|(AcmeClipNullableMode)2|]")]
    [InlineData("NullableMode", "", "null")]
    [InlineData("NullableMode", "", "[|(AcmeClipNullableMode?)2|]")]
    [InlineData("NullableMode", "", "default")]
    [InlineData("ModesList", "", "[AcmeClipModesListItem.Pro, [|(AcmeClipModesListItem)1|], [|default|]]")]
    [InlineData("Depth", "", "[|(AcmeClipDepth)1|]")]
    [InlineData("Either", "", "[|(AcmeClipEitherString)1|]")]
    [InlineData("Either", "", "AcmeClipEitherString.Pro")]
    [InlineData("Either", "", "true")]
    [InlineData("Choices", "", "[[|(AcmeClipChoiceString)1|], AcmeClipChoiceString.Pro, false]")]
    public async Task Enum_values_in_locals_lists_nullable_values_and_unions_are_checked(string property, string local, string value) => await Verify(property, "", value, local);

    [Theory]
    [InlineData("Length", "(AcmeClipLength)10")]
    [InlineData("Length", "(AcmeClipLength)(flag ? 5 : 10)")]
    [InlineData("Length", "(AcmeClipLength)0xA")]
    [InlineData("Size", "(AcmeClipSize)720")]
    [InlineData("Step", "(AcmeClipStep)(-1)")]
    [InlineData("Step", "default")]
    [InlineData("Step", "0")]
    public async Task A_number_that_is_a_JSON_value_is_accepted(string property, string value) => await Verify(property, "", value);

    [Theory]
    [InlineData("Length", "[|(AcmeClipLength)12|]", "Length10")]
    [InlineData("Length", "[|(AcmeClipLength)13|]", "Length15")]
    [InlineData("Length", "[|(AcmeClipLength)(-3)|]", "Length5")]
    [InlineData("Length", "[|AcmeClipLength.Length15 + 1|]", "Length15")]
    [InlineData("Length", "[|default|]", "Length5")]
    [InlineData("Length", "[|0|]", "Length5")]
    [InlineData("Length", "[|(AcmeClipLength)'5'|]", null)]
    [InlineData("Length", "[|(AcmeClipLength)AcmeClipOther.Pro|]", null)]
    [InlineData("Length", "[|(AcmeClipLength)(flag ? 5 : 11)|]", null)]
    [InlineData("Size", "[|(AcmeClipSize)700|]", "Size720")]
    [InlineData("Step", "[|(AcmeClipStep)2|]", "Step1")]
    public async Task A_number_without_a_member_is_reported_with_the_nearest_member(string property, string value, string? nearest)
    {
        Diagnostic found = Assert.Single(await Verify(property, "", value));
        Assert.Matches($"is not a value of 'AcmeClip{property}'; assign a named member to '{property}'$", AnalyzerHarness.Message(found));
        Assert.Equal(nearest, found.Properties.GetValueOrDefault("Nearest"));
    }

    [Fact]
    public async Task Enums_of_models_in_the_project_itself_are_checked_alike()
    {
        TestProject own = Project with
        {
            Code = """
                using Acme.Models;
                internal static class Program
                {
                    internal static object Run() => new AcmeClipRequest { Mode = (AcmeClipMode)1, Length = (AcmeClipLength)10 };
                    internal static object Other() => new AcmeClipRequest { Length = (AcmeClipLength)11 };
                }
                """,
        };
        IReadOnlyList<Diagnostic> found = await AnalyzerHarness.Run(GeneratorHarness.Run(own).AssertCompiles());
        Assert.Equal(["(AcmeClipMode)1", "(AcmeClipLength)11"], found.Select(AnalyzerHarness.Text));
    }

    private static Task<IReadOnlyList<Diagnostic>> Verify(string property, string member, string value, string local = "") => AnalyzerHarness.Verify("KLING108", $$"""
        internal static class Program
        {
            {{member}}
            internal static void Run(AcmeClipRequest request, bool flag, int count)
            {
                {{local}}
                _ = request with { {{property}} = {{value}} };
            }
        }
        """, Compiled.Value);
}
