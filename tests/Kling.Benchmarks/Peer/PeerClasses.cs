using NJsonSchema;
using NJsonSchema.CodeGeneration.CSharp;

namespace Kling.Benchmarks.Peer;

/// <summary>What a user would otherwise compile: NJsonSchema's classes for a schema, and a context for System.Text.Json's source generator.</summary>
internal static class PeerClasses
{
    /// <summary>The C# of one schema, or <see langword="null"/> if NJsonSchema cannot read it.</summary>
    public static string? Generate(string schema, int number)
    {
        try
        {
            JsonSchema parsed = JsonSchema.FromJsonAsync(schema).GetAwaiter().GetResult();
            string name = FormattableString.Invariant($"Model{number}");
            var generator = new CSharpGenerator(parsed, new CSharpGeneratorSettings
            {
                Namespace = name,
                ClassStyle = CSharpClassStyle.Poco,
                JsonLibrary = CSharpJsonLibrary.SystemTextJson,
                GenerateNullableReferenceTypes = true,
                GenerateOptionalPropertiesAsNullable = true,
            });
            return generator.GenerateFile("Request") + $$"""

                namespace {{name}}
                {
                    [System.Text.Json.Serialization.JsonSerializable(typeof(Request))]
                    internal sealed partial class {{name}}Context : System.Text.Json.Serialization.JsonSerializerContext
                    {
                    }
                }
                """;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return null;
        }
    }
}
