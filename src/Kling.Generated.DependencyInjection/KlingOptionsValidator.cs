using Microsoft.Extensions.Options;

namespace Kling;

/// <summary>Checks options as the client will: at the start of the host, and not at the first request.</summary>
internal sealed class KlingOptionsValidator : IValidateOptions<KlingClientOptions>
{
    public ValidateOptionsResult Validate(string? name, KlingClientOptions options)
    {
        try
        {
            options.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            string client = string.IsNullOrEmpty(name) ? "The options of KlingClient" : $"The options of the KlingClient '{name}'";
            return ValidateOptionsResult.Fail($"{client} cannot be used. {e.Message}");
        }
    }
}
