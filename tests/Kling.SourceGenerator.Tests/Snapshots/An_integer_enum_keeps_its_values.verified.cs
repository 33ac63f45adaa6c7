/// <summary>A closed set of values.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.Text.Json.Serialization.JsonConverter(typeof(AcmeClipShapeJsonConverter))]
public enum AcmeClipShape : long
{
    /// <summary><c>0</c> on the wire.</summary>
    None = 0,

    /// <summary><c>-1</c> on the wire.</summary>
    Less = -1,

    /// <summary><c>3000000000</c> on the wire.</summary>
    Many = 3000000000,
}

/// <summary>How <see cref="AcmeClipShape"/> travels.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
public sealed class AcmeClipShapeJsonConverter : global::Kling.CompilerServices.KlingEnumJsonConverter<AcmeClipShape>
{
    /// <summary>The one that the requests use.</summary>
    public static AcmeClipShapeJsonConverter Instance { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => "0, -1, 3000000000";

    /// <inheritdoc/>
    public override bool IsDefined(AcmeClipShape value) => value is AcmeClipShape.None or AcmeClipShape.Less or AcmeClipShape.Many;

    /// <inheritdoc/>
    public override bool TryRead(global::System.Text.Json.JsonElement json, out AcmeClipShape value)
    {
        AcmeClipShape? member = Integer(json) switch
        {
            0L => AcmeClipShape.None,
            -1L => AcmeClipShape.Less,
            3000000000L => AcmeClipShape.Many,
            _ => (AcmeClipShape?)null,
        };
        value = member.GetValueOrDefault();
        return member is not null;
    }

    /// <inheritdoc/>
    public override void Write(global::System.Text.Json.Utf8JsonWriter writer, AcmeClipShape value)
    {
        global::System.ArgumentNullException.ThrowIfNull(writer);
        writer.WriteNumberValue((long)value);
    }
}
