/// <summary>A closed set of values.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.Text.Json.Serialization.JsonConverter(typeof(AcmeClipShapeJsonConverter))]
public enum AcmeClipShape
{
    /// <summary><c>"5"</c> on the wire.</summary>
    Shape5 = 5,

    /// <summary><c>10</c> on the wire.</summary>
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
    public override string Allowed => "\"5\", 10";

    private static readonly global::System.Text.Json.JsonElement Values = global::Kling.CompilerServices.KlingJsonConstant.Parse("[\"5\",10]");

    /// <inheritdoc/>
    public override bool IsDefined(AcmeClipShape value) => value is AcmeClipShape.Shape5 or AcmeClipShape.Shape10;

    /// <inheritdoc/>
    public override bool TryRead(global::System.Text.Json.JsonElement json, out AcmeClipShape value)
    {
        AcmeClipShape? member = IndexOf(json, Values) switch
        {
            0 => AcmeClipShape.Shape5,
            1 => AcmeClipShape.Shape10,
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
            case AcmeClipShape.Shape5: writer.WriteRawValue("\"5\""u8); break;
            case AcmeClipShape.Shape10: writer.WriteRawValue("10"u8); break;
            default: WriteUndefined(writer, (long)value); break;
        }
    }
}
