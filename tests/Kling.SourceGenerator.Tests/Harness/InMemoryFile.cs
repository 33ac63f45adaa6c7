using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Tests;

/// <summary>An additional file of a project under test. A null text stands for a file that cannot be read.</summary>
internal sealed record InMemoryFile(string Path, string? Text)
{
    /// <summary>Item metadata; the build marks every schema file with <c>KlingSchema</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string> { ["KlingSchema"] = "true" };

    /// <summary>A file as the compiler reads it: a byte order mark decides, and what is no text becomes U+FFFD.</summary>
    public static InMemoryFile FromBytes(string path, byte[] bytes) =>
        new(path, SourceText.From(new MemoryStream(bytes), throwIfBinaryDetected: false).ToString());

    public InMemoryFile With(string metadata, string value) =>
        this with { Metadata = new Dictionary<string, string>(Metadata) { [metadata] = value } };

    public AdditionalText ToAdditionalText() => new Additional(this);

    internal sealed class Additional(InMemoryFile file) : AdditionalText
    {
        public InMemoryFile File { get; } = file;

        public override string Path => File.Path;

        public override SourceText? GetText(CancellationToken cancellationToken = default) =>
            File.Text is null ? null : SourceText.From(File.Text, Encoding.UTF8);
    }
}
