namespace Kling.SourceGenerator.Diagnostics;

/// <summary>How much a diagnostic at a schema file matters.</summary>
internal enum SchemaSeverity
{
    /// <summary>Nothing is lost.</summary>
    Info,

    /// <summary>Something that the file states has no effect.</summary>
    Warning,

    /// <summary>The file gives no model.</summary>
    Error,
}
