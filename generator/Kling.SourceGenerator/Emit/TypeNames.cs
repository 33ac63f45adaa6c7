namespace Kling.SourceGenerator.Emit;

/// <summary>
/// Every type of other namespaces that generated code refers to, rooted: no using, alias or type of the user's can get in the way.
/// </summary>
internal static class TypeNames
{
    public const string Additional = "global::Kling.KlingJsonObject";
    public const string EnumJsonConverter = "global::Kling.CompilerServices.KlingEnumJsonConverter";
    public const string IRequest = "global::Kling.IKlingRequest";
    public const string JsonConstant = "global::Kling.CompilerServices.KlingJsonConstant";
    public const string JsonTypes = "global::Kling.CompilerServices.KlingJsonTypes";
    public const string Pattern = "global::Kling.CompilerServices.KlingPattern";
    public const string Builder = "global::Kling.KlingBuilder";
    public const string Cases = "global::Kling.CompilerServices.KlingCases";
    public const string Fields = "global::Kling.CompilerServices.KlingFields";
    public const string ICases = "global::Kling.CompilerServices.IKlingCases";
    public const string IFields = "global::Kling.CompilerServices.IKlingFields";
    public const string Record = "global::Kling.KlingRecord";
    public const string StringBuilder = "global::System.Text.StringBuilder";
    public const string Types = "global::Kling.CompilerServices.KlingTypes";
    public const string Union = "global::Kling.KlingUnion";
    public const string JsonConverter = "global::Kling.KlingJsonConverter";
    public const string List = "global::Kling.KlingList";
    public const string Model = "global::Kling.KlingModel";
    public const string TypeInfoResolver = "global::Kling.KlingJsonTypeInfoResolver";
    public const string Validation = "global::Kling.CompilerServices.KlingValidation";

    public const string SchemaDependentRequired = "global::Kling.Annotations.SchemaDependentRequired";
    public const string SchemaReplacedBy = "global::Kling.Annotations.SchemaReplacedBy";
    public const string SchemaReplacedParameter = "global::Kling.Annotations.SchemaReplacedParameter";
    public const string SchemaReplacedValue = "global::Kling.Annotations.SchemaReplacedValue";
    public const string SchemaModel = "global::Kling.Annotations.SchemaModel";
    public const string SchemaParameter = "global::Kling.Annotations.SchemaParameter";
    public const string SchemaReferences = "global::Kling.Annotations.SchemaReferences";
    public const string SchemaEnum = "global::Kling.Annotations.SchemaEnum";
    public const string SchemaFormat = "global::Kling.Annotations.SchemaFormat";
    public const string SchemaItemCount = "global::Kling.Annotations.SchemaItemCount";
    public const string SchemaLength = "global::Kling.Annotations.SchemaLength";
    public const string SchemaMultipleOf = "global::Kling.Annotations.SchemaMultipleOf";
    public const string SchemaEnumValues = "global::Kling.Annotations.SchemaEnumValues";
    public const string SchemaPattern = "global::Kling.Annotations.SchemaPattern";
    public const string SchemaUniqueItems = "global::Kling.Annotations.SchemaUniqueItems";
    public const string SchemaRange = "global::Kling.Annotations.SchemaRange";

    public const string AllowNull = "global::System.Diagnostics.CodeAnalysis.AllowNull";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string GeneratedCode = "global::System.CodeDom.Compiler.GeneratedCode";
    public const string IReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string ITypeInfoResolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
    public const string JsonConverterAttribute = "global::System.Text.Json.Serialization.JsonConverter";
    public const string JsonValueKind = "global::System.Text.Json.JsonValueKind";
    public const string JsonElement = "global::System.Text.Json.JsonElement";
    public const string Enumerable = "global::System.Linq.Enumerable";
    public const string Func = "global::System.Func";
    public const string NotNullIfNotNull = "global::System.Diagnostics.CodeAnalysis.NotNullIfNotNull";
    public const string JsonPropertyName = "global::System.Text.Json.Serialization.JsonPropertyName";
    public const string NotNullWhen = "global::System.Diagnostics.CodeAnalysis.NotNullWhen";
    public const string Obsolete = "global::System.Obsolete";
    public const string Uri = "global::System.Uri";
    public const string UriKind = "global::System.UriKind";
}
