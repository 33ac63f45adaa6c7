using System.Text.Json;

namespace Kling;

/// <summary>The response to the question for the account's credits.</summary>
internal static class CreditsBody
{
    public static decimal? Credits(JsonElement json) => json.Number("credits");

    public static decimal? FreeCredits(JsonElement json) => json.Number("free-credits") ?? json.Number("free_credits");

    /// <summary>Whether a 404 says that the account has no credits; the key is then valid.</summary>
    public static bool SaysNone(JsonElement? json) =>
        ErrorBody.Read(json)?.Contains("no credits", StringComparison.OrdinalIgnoreCase) is true;
}
