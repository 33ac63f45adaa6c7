/// <summary>The allowed values.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Kling.CompilerServices.KlingEnumJsonConverter<AcmeClipShape>))]
[global::Kling.Annotations.SchemaEnumValues("""["5",10]""")]
public enum AcmeClipShape
{
    /// <summary><c>"5"</c> in the JSON.</summary>
    Shape5 = 5,
    /// <summary><c>10</c> in the JSON.</summary>
    Shape10 = 10,
}
