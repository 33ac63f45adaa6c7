using System.Globalization;
using System.Net;

namespace Kling.Emulator;

/// <summary>A fault that the header <c>x-emulator-fault</c> can contain.</summary>
/// <param name="usage">What its value must be, as a sentence without the final full stop.</param>
/// <param name="make">Creates the fault from its value, which is empty if there is none.</param>
internal sealed class FaultName(string usage, Func<string, EmulatorFault> make)
{
    private const string Time = "The value must be a number of seconds from 0 to 3153600000";
    private const string Offset = "The value must be a number of seconds from -3153600000 to 3153600000";

    /// <summary>The faults by name.</summary>
    public static readonly Dictionary<string, FaultName> All = new(StringComparer.OrdinalIgnoreCase)
    {
        ["error"] = new("The value must be a status from 400 to 599", static value => EmulatorFault.Error(Status(value))),
        ["html"] = new(
            "The value must be a status from 200 to 599, except 204, 205 and 304",
            static value => EmulatorFault.HtmlPage(Status(value))
        ),
        ["rate-limit"] = new(Offset, static value => RateLimit(Seconds(value))),
        ["redirect"] = new(
            "The value must be a status (301, 302, 303, 307 or 308) and an http or https URL, with a space between them",
            Redirect
        ),
        ["reset-before-body"] = Plain(EmulatorFault.ResetBeforeBody),
        ["reset"] = Plain(EmulatorFault.ResetAfterBody),
        ["empty-body"] = Plain(EmulatorFault.EmptyBody),
        ["truncated-body"] = Plain(EmulatorFault.TruncatedBody),
        ["slow-body"] = new(
            "The value must be a number of seconds, more than 0 and at most 2592000",
            static value => EmulatorFault.SlowBody(Seconds(value))
        ),
        ["job-failed"] = new(
            "The value must be the job's error, a text that is not empty",
            static value => EmulatorFault.JobFailure(value)
        ),
        ["job-seconds"] = new(Time, static value => EmulatorFault.JobDuration(Seconds(value))),
        ["job-unknown"] = new(Time, static value => EmulatorFault.JobUnknown(Seconds(value))),
        ["job-forgotten"] = new(Time, static value => EmulatorFault.JobForgotten(Seconds(value))),
        ["output-late"] = new(Time, static value => EmulatorFault.OutputLate(Seconds(value))),
        ["history-late"] = new(Time, static value => EmulatorFault.HistoryLate(Seconds(value))),
        ["foreign-address"] = new("The value must be an http or https URL", static value => EmulatorFault.ForeignJobAddress(Url(value))),
        ["clock-skew"] = new(Offset, static value => EmulatorFault.ClockSkew(Seconds(value))),
    };

    /// <summary>What its value must be.</summary>
    public string Usage => usage;

    /// <summary>Creates the fault from its value.</summary>
    /// <exception cref="FormatException">The value cannot be parsed.</exception>
    /// <exception cref="OverflowException">The value is too large a number.</exception>
    /// <exception cref="ArgumentException">The value is out of its range.</exception>
    public EmulatorFault Make(string value) => make(value);

    private static FaultName Plain(Func<EmulatorFault> make) =>
        new("This fault has no value", value => value.Length == 0 ? make() : throw new FormatException());

    private static EmulatorFault RateLimit(TimeSpan reset) =>
        EmulatorFault.RateLimit(reset, TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling(reset.TotalSeconds))));

    private static HttpStatusCode Status(string text) => (HttpStatusCode)int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

    private static TimeSpan Seconds(string text) =>
        TimeSpan.FromSeconds(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    // A path alone is absolute too on some systems: a file's. A host in other letters is sent as its ASCII form, because a header is ASCII.
    private static Uri Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? new UriBuilder(uri) { Host = uri.IdnHost }.Uri
            : throw new FormatException();

    private static EmulatorFault Redirect(string text) =>
        text.Split(' ', 2) is [var status, var url] ? EmulatorFault.Redirect(Status(status), Url(url)) : throw new FormatException();
}
