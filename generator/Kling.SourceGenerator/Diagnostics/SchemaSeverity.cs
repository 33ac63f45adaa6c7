namespace Kling.SourceGenerator.Diagnostics;

/// <summary>The severity of a diagnostic at a schema file.</summary>
internal enum SchemaSeverity
{
    /// <summary>Everything in the file has an effect.</summary>
    Info,

    /// <summary>Something that the file states has no effect.</summary>
    Warning,

    /// <summary>No model is created from the file.</summary>
    Error,
}
