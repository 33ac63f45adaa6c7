using System.Net.Http.Headers;

namespace Kling.Emulator;

/// <summary>
/// Reads <c>x-emulator-fault</c>: one or more faults, separated by commas. Each is <c>name</c> or <c>name=value</c>; the suffix
/// <c>;after</c> means <see cref="EmulatorFault.AfterHandling"/>. Values may be percent-encoded.
/// </summary>
internal static class FaultHeader
{
    public const string Name = "x-emulator-fault";

    private const int LongestHeader = 2_000;

    /// <summary>The fault that a request asks for; <see langword="null"/> if it asks for none.</summary>
    /// <exception cref="FormatException">The fault is unknown; the message lists what is allowed.</exception>
    public static EmulatorFault? Read(HttpRequestMessage request)
    {
        if (!request.Headers.NonValidated.TryGetValues(Name, out HeaderStringValues values))
        {
            return null;
        }

        string text = string.Join(',', values);
        if (text.Length > LongestHeader)
        {
            throw new FormatException(
                FormattableString.Invariant($"{Name}: the header has {text.Length} characters, and at most {LongestHeader} are allowed.")
            );
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return EmulatorFault.Combine([.. text.Split(',').Select(part => One(part.Trim(), names))]);
    }

    private static EmulatorFault One(string text, HashSet<string> names)
    {
        string[] parts = text.Split(';', 2, StringSplitOptions.TrimEntries);
        string[] pair = parts[0].Split('=', 2, StringSplitOptions.TrimEntries);
        string name = pair[0];
        if (
            !FaultName.All.TryGetValue(name, out FaultName? fault)
            || (parts is [_, var suffix] && !suffix.Equals("after", StringComparison.OrdinalIgnoreCase))
        )
        {
            throw new FormatException(
                $"{Name}: '{Excerpt.Of(text)}' is not a fault. It must be one of {string.Join(", ", FaultName.All.Keys)}; add ';after' to handle the request first."
            );
        }

        if (!names.Add(name))
        {
            throw new FormatException($"{Name}: '{Excerpt.Of(name)}' must not be given twice.");
        }

        try
        {
            EmulatorFault made = fault.Make(pair is [_, var value] ? Uri.UnescapeDataString(value) : "");
            return parts.Length == 1 ? made : made.AfterHandling();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException($"{Name}: '{Excerpt.Of(text)}' is not allowed. {fault.Usage}.", e);
        }
    }
}
