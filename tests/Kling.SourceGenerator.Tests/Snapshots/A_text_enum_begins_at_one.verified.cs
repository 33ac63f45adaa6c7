/// <summary>The allowed values.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Kling.CompilerServices.KlingEnumJsonConverter<AcmeClipShape>))]
[global::Kling.Annotations.SchemaEnumValues("""["16:9","auto"]""", AreNumbered = true)]
public enum AcmeClipShape
{
    /// <summary><c>"16:9"</c> in the JSON.</summary>
    Shape16x9 = 1,
    /// <summary><c>"auto"</c> in the JSON.</summary>
    Auto = 2,
}
