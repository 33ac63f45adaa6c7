using System.Net;

namespace Kling.Emulator;

/// <summary>A request's body is refused.</summary>
/// <param name="status">The status of the response.</param>
/// <param name="message">The message in it.</param>
/// <param name="innerException">The cause.</param>
internal sealed class RefusedBodyException(HttpStatusCode status, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public HttpStatusCode Status => status;
}
