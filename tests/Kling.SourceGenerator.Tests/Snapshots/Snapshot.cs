using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Kling.SourceGenerator.Emit;

namespace Kling.SourceGenerator.Tests.Snapshots;

/// <summary>
/// Compares a text with the <c>*.verified.cs</c> file beside the test. Where they differ it writes <c>*.received.cs</c> next
/// to it, for a person to read and to accept; CONTRIBUTING says how.
/// </summary>
internal static class Snapshot
{
    private const string Verified = ".verified.cs";
    private const string Received = ".received.cs";
    private const int ContextLines = 3;

    /// <param name="actual">The text.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="source">Where the test stands; the compiler fills it in, and only its folder's name counts.</param>
    public static void Match(string actual, string name, [CallerFilePath] string source = "")
    {
        // The next release changes every file by its number, and no snapshot for it.
        actual = actual.Replace(GeneratorVersion.Arguments, "\"Kling.SourceGenerator\", \"{version}\"", StringComparison.Ordinal);
        string folder = Folder(source);
        string verified = Path.Combine(folder, name + Verified);
        string received = Path.Combine(folder, name + Received);
        string expected = File.Exists(verified) ? File.ReadAllText(verified).Replace("\r\n", "\n", StringComparison.Ordinal) : "";
        if (File.Exists(verified) && expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        string what = File.Exists(verified) ? $"differs from {name + Verified}:\n\n{Difference(expected, actual)}" : $"has no {name + Verified} yet.";
        Assert.Fail($"{name + Received} {what}\n\nRead it; if it is meant, move the received file over the verified one.");
    }

    /// <summary>The names that have a verified file in a test's folder.</summary>
    public static IEnumerable<string> Names(string pattern, [CallerFilePath] string source = "") =>
        Directory.EnumerateFiles(Folder(source), pattern + Verified).Select(static path => Path.GetFileName(path)[..^Verified.Length]);

    // A deterministic build replaces the root of the path: only the folder's own name can be trusted.
    private static string Folder(string source) => Path.Combine(Checkout.Tests, Path.GetFileName(Path.GetDirectoryName(source.Replace('\\', '/')))!);

    /// <summary>The lines that differ, with a few around them.</summary>
    internal static string Difference(string expected, string actual)
    {
        List<DiffPiece> lines = InlineDiffBuilder.Diff(expected, actual, ignoreWhiteSpace: false).Lines;
        var text = new StringBuilder();
        int shown = -1;
        for (int i = 0; i < lines.Count; i++)
        {
            int from = Math.Max(0, i - ContextLines);
            if (!lines.Skip(from).Take((2 * ContextLines) + 1).Any(static line => line.Type is not ChangeType.Unchanged))
            {
                continue;
            }

            if (shown < i - 1)
            {
                _ = text.Append("  …\n");
            }

            string mark = lines[i].Type switch { ChangeType.Inserted => "+ ", ChangeType.Deleted => "- ", _ => "  " };
            _ = text.Append(mark).Append(lines[i].Text).Append('\n');
            shown = i;
        }

        return text.ToString();
    }
}
