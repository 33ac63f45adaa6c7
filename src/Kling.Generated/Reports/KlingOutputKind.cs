namespace Kling;

/// <summary>What a model returns (<c>x-output</c> in its schema).</summary>
public enum KlingOutputKind
{
    /// <summary>A video file. The default where the schema says nothing.</summary>
    Video,

    /// <summary>One image file or more.</summary>
    Image,

    /// <summary>An audio file.</summary>
    Audio,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>A JSON value.</summary>
    Json,
}
