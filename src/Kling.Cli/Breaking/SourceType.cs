using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Model;

namespace Kling.Cli;

/// <summary>The C# type of a parameter, as a person writes it.</summary>
internal static class SourceType
{
    public static string Of(ValueModel value) => Short(CSharpType.Of(value));

    public static string Of(PropertyModel property) => Short(CSharpType.Of(property));

    private static string Short(string type) =>
        type.Replace("global::Kling.", "", StringComparison.Ordinal)
            .Replace("global::System.Text.Json.", "", StringComparison.Ordinal)
            .Replace("global::System.", "", StringComparison.Ordinal);
}
