using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Kling;

/// <summary>Reads the options that configuration can set. An option that is not there, or has no value, stays as it is.</summary>
internal static class KlingSettings
{
    private delegate bool Parser<T>(string text, out T value);

    private static readonly KlingSetting[] All =
    [
        Of<string>(nameof(KlingClientOptions.ApiKey), "a text", TryText, static (options, value) => options.ApiKey = value),
        Of<Uri>(nameof(KlingClientOptions.BaseAddress), "a URL", TryUri, static (options, value) => options.BaseAddress = value),
        Of<Uri>(nameof(KlingClientOptions.UploadAddress), "a URL", TryUri, static (options, value) => options.UploadAddress = value),
        Of<Uri>(nameof(KlingClientOptions.AccountAddress), "a URL", TryUri, static (options, value) => options.AccountAddress = value),
        Of<bool>(
            nameof(KlingClientOptions.FindExpiredJobs),
            "true or false",
            bool.TryParse,
            static (options, value) => options.FindExpiredJobs = value
        ),
        new(nameof(KlingClientOptions.InsecureHosts), "a list of host names", TrySetHosts),
        Of<long>(
            nameof(KlingClientOptions.MaxUploadSize),
            "a whole number",
            TryWhole,
            static (options, value) => options.MaxUploadSize = value
        ),
        Of<bool>(
            nameof(KlingClientOptions.ValidateRequests),
            "true or false",
            bool.TryParse,
            static (options, value) => options.ValidateRequests = value
        ),
        Of<bool>(
            nameof(KlingClientOptions.RetrySubmitOnServerError),
            "true or false",
            bool.TryParse,
            static (options, value) => options.RetrySubmitOnServerError = value
        ),
        Of<bool>(
            nameof(KlingClientOptions.RetrySubmitOnRateLimit),
            "true or false",
            bool.TryParse,
            static (options, value) => options.RetrySubmitOnRateLimit = value
        ),
        Of<double>(
            nameof(KlingClientOptions.MaxPollsPerSecond),
            "a number",
            TryNumber,
            static (options, value) => options.MaxPollsPerSecond = value
        ),
        Of<TimeSpan>(nameof(KlingClientOptions.SubmitTimeout), Duration, TryTime, static (options, value) => options.SubmitTimeout = value),
        Of<TimeSpan>(nameof(KlingClientOptions.JobTimeout), Duration, TryTime, static (options, value) => options.JobTimeout = value),
    ];

    private const string Duration = "a duration such as 00:30:00";

    /// <summary>Sets the options of a section.</summary>
    /// <param name="section">The section.</param>
    /// <param name="options">The options to set.</param>
    /// <param name="name">The name of the options, for the exception.</param>
    /// <exception cref="OptionsValidationException">An option does not exist, or its value cannot be converted. The exception lists all
    /// such options, but no value of an unknown one.</exception>
    public static void Apply(IConfiguration section, KlingClientOptions options, string name)
    {
        List<string> failures = [];
        foreach (IConfigurationSection child in section.GetChildren())
        {
            if (All.FirstOrDefault(setting => setting.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase)) is not { } known)
            {
                failures.Add(Unknown(child.Key, section));
            }
            else if (!known.TryApply(child, options))
            {
                failures.Add(
                    $"The option '{child.Path}' must be {known.Form}{(child.Value is { } value ? $", and it is '{value}'" : "")}."
                );
            }
        }

        if (failures.Count > 0)
        {
            throw new OptionsValidationException(name, typeof(KlingClientOptions), failures);
        }
    }

    private static string Unknown(string key, IConfiguration section)
    {
        string place = section is IConfigurationSection { Path: var path } ? $"The section '{path}'" : "The root of the configuration";
        string problem = $"{place} contains the unknown option '{key}'.";
        if (typeof(KlingClientOptions).GetProperty(key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is not null)
        {
            return $"{place} contains the option '{key}', which can only be set in code.";
        }

        return NearestName.Of(key, All.Select(static setting => setting.Name)) is { } nearest
            ? $"{problem} Did you mean '{nearest}'?"
            : $"{problem} Available options: {string.Join(", ", All.Select(static setting => setting.Name))}.";
    }

    private static KlingSetting Of<T>(string name, string form, Parser<T> parse, Action<KlingClientOptions, T> set) =>
        new(
            name,
            form,
            (section, options) =>
            {
                if (section.Value is not { } text || !parse(text, out T value))
                {
                    return string.IsNullOrEmpty(section.Value) && !section.GetChildren().Any();
                }

                set(options, value);
                return true;
            }
        );

    private static bool TrySetHosts(IConfigurationSection section, KlingClientOptions options)
    {
        string?[] hosts = [.. section.GetChildren().Select(static child => child.Value)];
        if (!string.IsNullOrEmpty(section.Value) || hosts.Contains(null))
        {
            return false;
        }

        options.InsecureHosts = hosts.Length > 0 ? hosts! : options.InsecureHosts;
        return true;
    }

    // An empty key is set, too, so that the check of the options refuses it.
    private static bool TryText(string text, out string value)
    {
        value = text;
        return true;
    }

    private static bool TryUri(string text, out Uri value) =>
        Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value!) && text.Length > 0;

    private static bool TryWhole(string text, out long value) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool TryNumber(string text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    private static bool TryTime(string text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);
}
