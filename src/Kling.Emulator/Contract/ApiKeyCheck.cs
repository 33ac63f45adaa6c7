using System.Text.RegularExpressions;

namespace Kling.Emulator;

/// <summary>Whether a request may call the API.</summary>
/// <param name="key">The only key accepted, or <see langword="null"/> for any of the right shape.</param>
internal sealed partial class ApiKeyCheck(string? key)
{
    public const string Header = "x-api-key";

    public bool Passes(HttpRequestMessage request) =>
        request.Headers.TryGetValues(Header, out IEnumerable<string>? values)
        && values.ToArray() is [var given]
        && (key is null ? Shape().IsMatch(given) : given == key);

    [GeneratedRegex(@"\ASG_[0-9A-Fa-f]{16}\z")]
    private static partial Regex Shape();
}
