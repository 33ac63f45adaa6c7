/// <summary>The allowed values.</summary>
[global::System.CodeDom.Compiler.GeneratedCode("Kling.SourceGenerator", "{version}")]
[global::System.Text.Json.Serialization.JsonConverter(typeof(global::Kling.CompilerServices.KlingEnumJsonConverter<AcmeClipShape>))]
[global::Kling.Annotations.SchemaEnumValues("""[0,-1,3000000000]""")]
public enum AcmeClipShape : long
{
    /// <summary><c>0</c> in the JSON.</summary>
    None = 0,
    /// <summary><c>-1</c> in the JSON.</summary>
    Less = -1,
    /// <summary><c>3000000000</c> in the JSON.</summary>
    Many = 3000000000,
}
