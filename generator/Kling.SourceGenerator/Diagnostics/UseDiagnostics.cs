using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Diagnostics;

/// <summary>
/// The diagnostics of code that uses the client. Fields are named as the sentence that is true when the diagnostic is
/// reported. All are warnings: the server would take the request.
/// </summary>
internal static class UseDiagnostics
{
    public static readonly DiagnosticDescriptor JobIsDropped = Warning(
        "KLING201",
        "The submitted job is dropped",
        "The job is submitted and billed, but the returned job is discarded, so its result cannot be retrieved; write 'var job = await ...' and keep the job or its id");

    public static readonly DiagnosticDescriptor ApiKeyIsInTheSource = Warning(
        "KLING202",
        "The API key is in the source",
        "The API key is written in the source, where everyone who reads the code or the program can spend on it; read it from the environment variable SEGMIND_API_KEY or from configuration, and replace the key");

    public static readonly DiagnosticDescriptor WaitIsSynchronous = Warning(
        "KLING203",
        "The wait for a job is synchronous",
        "'{0}' blocks the thread until '{1}' is finished, for minutes if it waits for a job, and can deadlock; write 'await'");

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        new(id, title, message, "Kling.Use", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLinks.For(id));
}
