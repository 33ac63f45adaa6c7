/// <summary>A closed set of values.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.Text.Json.Serialization.JsonConverter(typeof(AcmeClipShapeJsonConverter))]
[global::Kling.Annotations.SchemaNumbered]
public enum AcmeClipShape
{
    /// <summary><c>"16:9"</c> on the wire.</summary>
    Shape16x9 = 1,

    /// <summary><c>"auto"</c> on the wire.</summary>
    Auto = 2,
}

/// <summary>How <see cref="AcmeClipShape"/> travels.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
public sealed class AcmeClipShapeJsonConverter : global::Kling.CompilerServices.KlingEnumJsonConverter<AcmeClipShape>
{
    /// <summary>The one that the requests use.</summary>
    public static AcmeClipShapeJsonConverter Instance { get; } = new();

    /// <inheritdoc/>
    public override string Allowed => "\"16:9\", \"auto\"";

    /// <inheritdoc/>
    public override bool IsDefined(AcmeClipShape value) => value is >= AcmeClipShape.Shape16x9 and <= AcmeClipShape.Auto;

    /// <inheritdoc/>
    public override bool TryRead(global::System.Text.Json.JsonElement json, out AcmeClipShape value)
    {
        AcmeClipShape? member = String(json) switch
        {
            "16:9" => AcmeClipShape.Shape16x9,
            "auto" => AcmeClipShape.Auto,
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
            case AcmeClipShape.Shape16x9: writer.WriteStringValue("16:9"u8); break;
            case AcmeClipShape.Auto: writer.WriteStringValue("auto"u8); break;
            default: WriteUndefined(writer, (long)value); break;
        }
    }
}
