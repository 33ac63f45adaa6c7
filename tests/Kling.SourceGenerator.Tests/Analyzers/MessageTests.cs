using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Tests.Analyzers;

/// <summary>What a message says: the value, the parameter and the bound, and whether the bound itself is allowed.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData("Steps = 1", "KLING101", "1 is too small for 'Steps': the value must be at least 2")]
    [InlineData("Steps = 11", "KLING102", "11 is too large for 'Steps': the value must be at most 10")]
    [InlineData("Ratio = 0", "KLING101", "0 is too small for 'Ratio': the value must be more than 0")]
    [InlineData("Ratio = -0.5", "KLING101", "-0.5 is too small for 'Ratio': the value must be more than 0")]
    [InlineData("Ratio = 1", "KLING102", "1 is too large for 'Ratio': the value must be less than 1")]
    [InlineData("Title = \"a\"", "KLING104", "The text has 1 character; 'Title' must have at least 3 characters")]
    [InlineData("Title = \"abcdefg\"", "KLING105", "The text has 7 characters; 'Title' must have at most 6 characters")]
    [InlineData("Tags = [\"a\"]", "KLING109", "The list has 1 element; 'Tags' must have at least 2 elements")]
    [InlineData("Tags = [\"a\", \"b\", \"c\", \"d\"]", "KLING110", "The list has 4 elements; 'Tags' must have at most 3 elements")]
    [InlineData("Tags = [\"a\", \"a\"]", "KLING111", "\"a\" is a duplicate; 'Tags' must not contain duplicates")]
    [InlineData("Prompt = \"@Element2\", Elements = [new()]", "KLING112", "The text refers to @Element2, but 'Elements' has 1 element")]
    [InlineData("Prompt = \"@Element1\", Elements = []", "KLING112", "The text refers to @Element1, but 'Elements' has 0 elements")]
    [InlineData("Prompt = \"@element1\", Elements = [new()]", "KLING112", "The text refers to @element1, but items of 'Elements' are referred to as @Element1")]
    public async Task A_message_says_what_was_found_and_what_is_allowed(string assignment, string id, string message)
    {
        string prompt = assignment.StartsWith("Prompt", StringComparison.Ordinal) ? "" : "Prompt = \"A\", ";

        Diagnostic diagnostic = Assert.Single(
            await AnalyzerHarness.Run($"internal static class Program {{ internal static void Run() => _ = new AcmeClipRequest {{ {prompt}{assignment} }}; }}"),
            static diagnostic => diagnostic.Severity is not DiagnosticSeverity.Info);

        Assert.Equal((id, message), (diagnostic.Id, AnalyzerHarness.Message(diagnostic)));
    }
}
