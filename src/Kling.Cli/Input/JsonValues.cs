using System.Text.Json;

namespace Kling.Cli;

/// <summary>Compares JSON values from files that were not checked.</summary>
internal static class JsonValues
{
    /// <summary>
    /// Whether two values are the same. Values that .NET cannot compare (a number with an exponent of more than 32 bits, text with half of
    /// a surrogate pair) are the same only if they are written in the same way.
    /// </summary>
    public static bool AreEqual(JsonElement one, JsonElement other)
    {
        try
        {
            return JsonElement.DeepEquals(one, other);
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or InvalidOperationException)
        {
            return one.GetRawText() == other.GetRawText();
        }
    }
}
