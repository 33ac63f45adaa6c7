using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Kling.Emulator;

/// <summary>
/// Reads <c>x-emulator-fault</c>: one fault or several, with commas between them, each <c>name</c> or <c>name=value</c>, and <c>;after</c> behind it for
/// <see cref="EmulatorFault.AfterHandling"/>. Values may be percent-encoded.
/// </summary>
internal static class FaultHeader
{
    public const string Name = "x-emulator-fault";

    private static readonly Dictionary<string, Func<string, EmulatorFault>> Faults = new(StringComparer.OrdinalIgnoreCase)
    {
        ["error"] = static value => EmulatorFault.Error(Status(value)),
        ["html"] = static value => EmulatorFault.HtmlPage(Status(value)),
        ["rate-limit"] = static value => EmulatorFault.RateLimit(Seconds(value), TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling(Seconds(value).TotalSeconds)))),
        ["redirect"] = static value => Redirect(value),
        ["reset-before-body"] = static _ => EmulatorFault.ResetBeforeBody(),
        ["reset"] = static _ => EmulatorFault.ResetAfterBody(),
        ["empty-body"] = static _ => EmulatorFault.EmptyBody(),
        ["truncated-body"] = static _ => EmulatorFault.TruncatedBody(),
        ["slow-body"] = static value => EmulatorFault.SlowBody(Seconds(value)),
        ["job-failed"] = static value => EmulatorFault.JobFailure(value),
        ["job-seconds"] = static value => EmulatorFault.JobDuration(Seconds(value)),
        ["job-unknown"] = static value => EmulatorFault.JobUnknown(Seconds(value)),
        ["job-forgotten"] = static value => EmulatorFault.JobForgotten(Seconds(value)),
        ["foreign-address"] = static value => EmulatorFault.ForeignJobAddress(Address(value)),
        ["clock-skew"] = static value => EmulatorFault.ClockSkew(Seconds(value)),
    };

    /// <summary>The fault that a request asks for; <see langword="null"/> if it asks for none.</summary>
    /// <exception cref="FormatException">Nobody can tell what it asks for; the message says what can be asked.</exception>
    public static EmulatorFault? Read(HttpRequestMessage request) =>
        request.Headers.NonValidated.TryGetValues(Name, out HeaderStringValues values)
            ? EmulatorFault.Combine([.. string.Join(',', values).Split(',').Select(static text => One(text.Trim()))])
            : null;

    private static EmulatorFault One(string text)
    {
        string[] parts = text.Split(';', 2, StringSplitOptions.TrimEntries);
        string[] pair = parts[0].Split('=', 2, StringSplitOptions.TrimEntries);
        if (!Faults.TryGetValue(pair[0], out Func<string, EmulatorFault>? make) || parts is [_, not "after"])
        {
            throw new FormatException($"{Name}: '{text}' is no fault. There are: {string.Join(", ", Faults.Keys)}; with ';after' behind one, the request is handled first.");
        }

        try
        {
            EmulatorFault fault = make(pair is [_, var value] ? Uri.UnescapeDataString(value) : "");
            return parts.Length == 1 ? fault : fault.AfterHandling();
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException($"{Name}: '{text}' cannot be. {e.Message}", e);
        }
    }

    private static HttpStatusCode Status(string text) => (HttpStatusCode)int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    // A path alone is absolute too on some systems: a file's.
    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        ? uri
        : throw new FormatException("It takes an http or https address.");

    private static EmulatorFault Redirect(string text) => text.Split(' ', 2) is [var status, var address]
        ? EmulatorFault.Redirect(Status(status), Address(address))
        : throw new FormatException("It takes a status and an address, with a space between them.");
}
