using System.Text.Json;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    // As deep as Utf8JsonWriter writes.
    internal static readonly JsonDocumentOptions WriterDepth = new() { MaxDepth = 1000 };

    /// <summary>Checks the JSON of a value, for keywords that no check of a C# type can express.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON.</param>
    /// <param name="check">The check.</param>
    internal void Json<T>(T value, Action<Utf8JsonWriter, T> write, KlingJsonCheck check)
    {
        using var buffer = new PooledBuffer();
        try
        {
            using var writer = new Utf8JsonWriter(buffer);
            write(writer, value);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // A JsonElement with half of a surrogate pair, or nesting beyond the writer's depth.
            Report(
                "type",
                limit: null,
                actual: null,
                "The value cannot be written as JSON: it contains half of a surrogate pair, or it is nested too deeply."
            );
            return;
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory, WriterDepth);
        check(document.RootElement, ref this);
    }
}
