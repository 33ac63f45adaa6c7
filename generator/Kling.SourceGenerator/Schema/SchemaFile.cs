namespace Kling.SourceGenerator.Schema;

/// <summary>One schema file. Equal to another if path, text and options are, so that the pipeline finds it in its cache.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Text">The text, or <see langword="null"/> if the file could not be read.</param>
/// <param name="Options">What the build says of the file.</param>
internal sealed record SchemaFile(string Path, string? Text, SchemaFileOptions Options);
