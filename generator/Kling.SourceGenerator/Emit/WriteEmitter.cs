using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary><c>WriteTo</c>: the assigned parameters in the schema's order, then the additional ones.</summary>
internal static class WriteEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record)
    {
        writer.Line("/// <inheritdoc/>");
        using (writer.Braces($"public void WriteTo({TypeNames.Utf8JsonWriter} writer)"))
        {
            writer.Line($"{TypeNames.ArgumentNullException}.ThrowIfNull(writer);");
            writer.Line("writer.WriteStartObject();");
            foreach (PropertyModel property in record.Properties)
            {
                EmitProperty(writer, property);
            }

            writer.Line("AdditionalParameters.WriteMembersTo(writer);");
            writer.Line("writer.WriteEndObject();");
        }

        writer.Gap().Line("/// <summary>The compact JSON: what is sent.</summary>");
        writer.Line($"public string ToJson() => {TypeNames.Write}.ToJson(this);").Gap();
        writer.Line("/// <summary>The compact JSON: what is sent.</summary>");
        writer.Line("public override string ToString() => ToJson();");
    }

    private static void EmitProperty(CSharpWriter writer, PropertyModel property)
    {
        if (property.IsRequired)
        {
            EmitMember(writer, property, property.Name);
            return;
        }

        string local = property.CamelName + "Value";
        string condition = property.HasAssignedBit ? CSharpType.AssignedBit(property) : $"{CSharpType.Storage(property)} is {{ }} {local}";
        using (writer.Braces($"if ({condition})"))
        {
            EmitMember(writer, property, property.HasAssignedBit ? CSharpType.Storage(property) : local);
        }
    }

    private static void EmitMember(CSharpWriter writer, PropertyModel property, string expression)
    {
        string name = Literals.Utf8(property.WireName);
        if (property.Value.AllowsNull)
        {
            // Null is a value here, whatever the type.
            writer.Line($"writer.WritePropertyName({name});");
            writer.Line(NullableStatement(property.Value, expression, property.CamelName + "Value"));
        }
        else if (Scalar(property.Value, expression) is { } scalar)
        {
            writer.Line($"writer.Write{scalar.Method}({name}, {scalar.Argument});");
        }
        else
        {
            writer.Line($"writer.WritePropertyName({name});");
            writer.Line(Statement(property.Value, expression));
        }
    }

    private static string NullableStatement(ValueModel value, string expression, string local) => CSharpType.IsStruct(value)
        ? $"if ({expression} is {{ }} {local}) {{ {Statement(value, local)} }} else {{ writer.WriteNullValue(); }}"
        : Statement(value, expression);

    /// <summary>What the writer itself takes, with a name or without one.</summary>
    private static (string Method, string Argument)? Scalar(ValueModel value, string expression) => value switch
    {
        StringModel => ("String", expression),
        UriModel => ("String", expression + "?.OriginalString"),
        BooleanModel => ("Boolean", expression),
        IntegerModel => ("Number", expression),
        _ => null,
    };

    /// <summary>Writes one value that is not null.</summary>
    public static string Statement(ValueModel value, string expression) => value switch
    {
        _ when Scalar(value, expression) is { } scalar => $"writer.Write{scalar.Method}Value({scalar.Argument});",
        NumberModel => $"{TypeNames.Write}.Number(writer, {expression});",
        EnumValueModel closed => $"{closed.TypeReference}JsonConverter.Instance.Write(writer, {expression});",
        JsonObjectModel => $"{TypeNames.Write}.JsonObject(writer, {expression});",
        ObjectValueModel or UnionValueModel => $"{TypeNames.Write}.Object(writer, {expression});",
        ListModel list => $"{TypeNames.Write}.List(writer, {expression}, static (writer, item) => {Lambda(list.Item)});",
        _ => $"{TypeNames.Write}.Json(writer, {expression});",
    };

    private static string Lambda(ValueModel item) => item.AllowsNull
        ? $"{{ {NullableStatement(item, "item", "itemValue")} }}"
        : Statement(item, "item").TrimEnd(';');
}
