using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace Kling.Emulator;

/// <summary>Whether a request may call the API.</summary>
/// <param name="key">The only key accepted, or <see langword="null"/> for any of the right shape.</param>
internal sealed partial class ApiKeyCheck(string? key)
{
    public const string Header = "x-api-key";

    public bool Passes(HttpRequestMessage request) =>
        Values(request, Header) is [var given] && (key is null ? Shape().IsMatch(given) : given == key);

    /// <summary>Whether a request brings anything that could be a key.</summary>
    public static bool IsCarriedBy(HttpRequestMessage request) =>
        Values(request, Header).Length > 0 || Values(request, "Authorization").Length > 0;

    // On the wire there is one set of headers; only HttpClient tells those of the content apart.
    private static string[] Values(HttpRequestMessage request, string header) =>
        [
            .. request.Headers.NonValidated.TryGetValues(header, out HeaderStringValues own) ? own : default,
            .. request.Content is { } content && content.Headers.NonValidated.TryGetValues(header, out HeaderStringValues contents)
                ? contents
                : default,
        ];

    [GeneratedRegex(@"\ASG_[0-9A-Fa-f]{16}\z")]
    private static partial Regex Shape();
}
