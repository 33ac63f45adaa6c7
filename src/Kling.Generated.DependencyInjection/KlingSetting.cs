using Microsoft.Extensions.Configuration;

namespace Kling;

/// <summary>An option that configuration can set.</summary>
/// <param name="Name">The name of the option.</param>
/// <param name="Form">What its value must be, for a message.</param>
/// <param name="TryApply">Sets the option, if the section has a value; returns false if that cannot be read.</param>
internal sealed record KlingSetting(string Name, string Form, Func<IConfigurationSection, KlingClientOptions, bool> TryApply);
