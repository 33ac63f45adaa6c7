namespace Kling.Emulator;

/// <summary>The models of a folder of schema files.</summary>
public sealed class SchemaFolder
{
    /// <summary>The models, in the ordinal order of their files.</summary>
    public required IReadOnlyList<KlingModel> Models { get; init; }

    /// <summary>The files that give no model, each with the place of its fault.</summary>
    public required IReadOnlyList<SchemaFileError> Errors { get; init; }

    /// <summary>Reads the folder.</summary>
    /// <param name="path">The folder.</param>
    public static SchemaFolder Load(string path) => throw new NotSupportedException(path);
}
