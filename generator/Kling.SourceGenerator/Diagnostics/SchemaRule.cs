namespace Kling.SourceGenerator.Diagnostics;

/// <summary>One diagnostic of a schema file, without Roslyn types: tools that read schemas at run time report it too.</summary>
/// <param name="Id">The id.</param>
/// <param name="Title">The rule in a few words.</param>
/// <param name="Message">The message, with placeholders for the arguments as <see cref="string.Format(string, object[])"/> has
/// them.</param>
/// <param name="Severity">How much it matters.</param>
internal sealed record SchemaRule(string Id, string Title, string Message, SchemaSeverity Severity);
