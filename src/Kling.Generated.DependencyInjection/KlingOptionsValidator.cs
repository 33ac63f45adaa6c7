using Microsoft.Extensions.Options;

namespace Kling;

/// <summary>Validates the options like the client, but when the host starts instead of at the first request.</summary>
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
