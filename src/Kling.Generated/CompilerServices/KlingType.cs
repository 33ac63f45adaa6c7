using System.ComponentModel;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>The C# type and the constraints of a value.</summary>
/// <typeparam name="T">The C# type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KlingType<T>
{
    private protected KlingType() { }

    /// <summary>Whether null is a value.</summary>
    internal virtual bool AllowsNull => false;

    /// <summary>Parses a default that cannot be written as a C# constant.</summary>
    /// <param name="json">The default as JSON text; the generator has checked it.</param>
    /// <exception cref="InvalidOperationException">The default does not fit its type.</exception>
    public T Parse(string json)
    {
        var validation = default(KlingValidation);
        T? value = Read(KlingJsonConstant.Parse(json), ref validation);
        return validation.Count == 0 && value is not null
            ? value
            : throw new InvalidOperationException($"The default {json} does not fit its type: {string.Join(" ", validation.Violations)}");
    }

    /// <summary>Reads and validates a JSON value.</summary>
    /// <returns>The value; without meaning if there was a violation.</returns>
    internal abstract T? Read(JsonElement json, ref KlingValidation validation);

    /// <summary>Writes a value.</summary>
    internal abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>Validates a value that is not null.</summary>
    internal abstract void Validate(T value, ref KlingValidation validation);

    /// <summary>The value with every default in it assigned; the same value if none is missing.</summary>
    internal virtual T WithExplicitDefaults(T value) => value;

    /// <summary>How many items a list has.</summary>
    internal virtual int Count(T value) => 0;
}
