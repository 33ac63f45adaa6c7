namespace Kling;

/// <summary>What a model returns (<c>x-output</c> in its schema).</summary>
public enum KlingOutputKind
{
    /// <summary>A video file. This is the default if the schema has no <c>x-output</c>.</summary>
    Video,

    /// <summary>One or more image files.</summary>
    Image,

    /// <summary>An audio file.</summary>
    Audio,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A JSON value.</summary>
    Json,
}
