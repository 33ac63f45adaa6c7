using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Diagnostics;

/// <summary>
/// The diagnostics of code that uses the client. Fields are named as the sentence that is true when the diagnostic is
/// reported. None is an error: the server would take the request.
/// </summary>
internal static class UseDiagnostics
{
    public static readonly DiagnosticDescriptor JobIsDropped = Warning(
        "KLING201",
        "The submitted job is dropped",
        "The job is submitted and billed, but nothing uses the returned job, so its result cannot be retrieved; wait for the job, or keep its 'ToToken()'"
    );

    public static readonly DiagnosticDescriptor ApiKeyIsInTheSource = Warning(
        "KLING202",
        "The API key is in the source",
        "The API key is written in the source, so anyone who can read the code or the program can use it at your cost; read it from the environment variable SEGMIND_API_KEY or from configuration, and replace the key"
    );

    public static readonly DiagnosticDescriptor WaitIsSynchronous = Warning(
        "KLING203",
        "The wait for a job is synchronous",
        "'{0}' blocks the thread until '{1}' is finished, for minutes if it waits for a job, and can deadlock; write 'await'"
    );

    public static readonly DiagnosticDescriptor TaskIsDropped = Warning(
        "KLING204",
        "The task is not awaited",
        "The task of '{0}' is not awaited, so its result and its errors are lost; write 'await'"
    );

    public static readonly DiagnosticDescriptor SequenceIsNotEnumerated = Warning(
        "KLING205",
        "The sequence is not enumerated",
        "'{0}' does nothing before it is enumerated, and nothing enumerates it here; write 'await foreach'"
    );

    public static readonly DiagnosticDescriptor ResultIsDropped = Info(
        "KLING206",
        "The result is not used",
        "The result of '{0}' is not used; {1}"
    );

    public static readonly DiagnosticDescriptor UrlIsNotFetchable = Warning(
        "KLING207",
        "The server cannot fetch the URL",
        "The server cannot fetch '{0}' for '{1}': {2}"
    );

    public static readonly DiagnosticDescriptor NameIsMisspelled = Warning(
        "KLING208",
        "The name is misspelled",
        "'{0}' is not the name of {1}; did you mean '{2}'?"
    );

    public static readonly DiagnosticDescriptor RequiredIsUnset = Warning(
        "KLING209",
        "A required parameter is unset",
        "'{0}' is required and cannot be {1}; assign a value"
    );

    public static readonly DiagnosticDescriptor TokenIsAnId = Warning(
        "KLING210",
        "The text is not a token",
        "{0} is not the token of a job; pass what 'ToToken()' returned"
    );

    public static readonly DiagnosticDescriptor OptionIsOutOfRange = Warning(
        "KLING211",
        "The option is out of range",
        "{0} is not allowed for '{1}': it must be {2}"
    );

    public static readonly DiagnosticDescriptor HttpTimeoutIsTooShort = Warning(
        "KLING212",
        "The HttpClient gives up before the submit does",
        "The HttpClient gives up after {0}, before SubmitTimeout ({1}), and then it is unknown whether the server accepted the request; set Timeout to Timeout.InfiniteTimeSpan"
    );

    public static readonly DiagnosticDescriptor ClientIsMadeOften = Warning(
        "KLING213",
        "The client is created again and again",
        "A client is created {0}, each with connections and a polling limit of its own; create one client and use it everywhere"
    );

    public static readonly DiagnosticDescriptor ClientIsDisposedTooEarly = Warning(
        "KLING214",
        "The client is disposed too early",
        "'{0}' is disposed {1}"
    );

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "Kling.Use", severity, isEnabledByDefault: true, helpLinkUri: HelpLinks.For(id));
}
