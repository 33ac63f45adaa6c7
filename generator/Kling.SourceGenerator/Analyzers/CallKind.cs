namespace Kling.SourceGenerator.Analyzers;

/// <summary>What a call of the runtime is good for.</summary>
internal enum CallKind
{
    /// <summary>A job is submitted.</summary>
    Submit,

    /// <summary>A job is submitted and waited for.</summary>
    Run,

    /// <summary>The result of a job.</summary>
    Wait,

    /// <summary>A sequence that does nothing before it is enumerated.</summary>
    Sequence,

    /// <summary>A file is uploaded.</summary>
    Upload,

    /// <summary>A file is saved.</summary>
    Save,

    /// <summary>Another task.</summary>
    Other,
}
