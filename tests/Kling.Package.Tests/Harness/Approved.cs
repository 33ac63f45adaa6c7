namespace Kling.Package.Tests;

/// <summary>
/// Compares a text with an approved one in this project. Where they differ it writes the text beside it as
/// <c>*.received.txt</c>; with the environment variable <c>KLING_APPROVE=1</c> it takes the place of the approved one.
/// </summary>
internal static class Approved
{
    public const string Variable = "KLING_APPROVE";

    /// <param name="actual">The text.</param>
    /// <param name="name">The file's path in this project, without its ending.</param>
    public static void Match(string actual, string name)
    {
        string approved = Path.Combine(Checkout.Tests, name + ".approved.txt");
        string received = Path.Combine(Checkout.Tests, name + ".received.txt");
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            File.WriteAllText(approved, actual);
        }

        string expected = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        string[] before = expected.Split('\n');
        string[] after = actual.Split('\n');
        Assert.Fail($"""
            {name} is not as approved.
            Gone:
            {Lines(before.Except(after, StringComparer.Ordinal))}
            New:
            {Lines(after.Except(before, StringComparer.Ordinal))}
            Read {received}. If it is meant, run the test again with {Variable}=1.
            """);
    }

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines.Select(static line => "  " + line));
}
