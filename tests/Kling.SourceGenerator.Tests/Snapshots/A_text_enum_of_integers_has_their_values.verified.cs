/// <summary>A closed set of values.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.Text.Json.Serialization.JsonConverter(typeof(AcmeClipShapeJsonConverter))]
public enum AcmeClipShape
{
    /// <summary><c>"0"</c> on the wire.</summary>
    Shape0 = 0,

    /// <summary><c>"5"</c> on the wire.</summary>
    Shape5 = 5,

    /// <summary><c>"10"</c> on the wire.</summary>
    Shape10 = 10,
}

/// <summary>How <see cref="AcmeClipShape"/> travels.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
public sealed class AcmeClipShapeJsonConverter : global::Kling.CompilerServices.KlingEnumJsonConverter<AcmeClipShape>
{
    /// <summary>The one that the requests use.</summary>
    public static AcmeClipShapeJsonConverter Instance { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => "\"0\", \"5\", \"10\"";

    /// <inheritdoc/>
    public override bool IsDefined(AcmeClipShape value) => value is AcmeClipShape.Shape0 or AcmeClipShape.Shape5 or AcmeClipShape.Shape10;

    /// <inheritdoc/>
    public override bool TryRead(global::System.Text.Json.JsonElement json, out AcmeClipShape value)
    {
        AcmeClipShape? member = String(json) switch
        {
            "0" => AcmeClipShape.Shape0,
            "5" => AcmeClipShape.Shape5,
            "10" => AcmeClipShape.Shape10,
            _ => (AcmeClipShape?)null,
        };
        value = member.GetValueOrDefault();
        return member is not null;
    }

    /// <inheritdoc/>
    public override void Write(global::System.Text.Json.Utf8JsonWriter writer, AcmeClipShape value)
    {
        global::System.ArgumentNullException.ThrowIfNull(writer);
        switch (value)
        {
            case AcmeClipShape.Shape0: writer.WriteStringValue("0"u8); break;
            case AcmeClipShape.Shape5: writer.WriteStringValue("5"u8); break;
            case AcmeClipShape.Shape10: writer.WriteStringValue("10"u8); break;
            default: WriteUndefined(writer, (long)value); break;
        }
    }
}
