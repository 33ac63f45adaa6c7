using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary><c>TryParse</c>: from JSON, with every violation collected.</summary>
internal static class ReadEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record)
    {
        string type = record.TypeName;
        writer.Lines($$"""
            /// <inheritdoc/>
            public static bool TryParse(
                {{TypeNames.JsonElement}} json,
                [{{TypeNames.NotNullWhen}}(true)] out {{type}}? value,
                out {{TypeNames.IReadOnlyList}}<{{TypeNames.Violation}}> violations) =>
                {{TypeNames.Read}}.TryParse(json, Read, out value, out violations);
            """).Gap();
        using (writer.Braces($"internal static {type}? Read({TypeNames.JsonElement} json, ref {TypeNames.Validation} validation)"))
        {
            using (writer.Braces($"if (!{TypeNames.Read}.IsObject(json, ref validation))"))
            {
                writer.Line("return null;");
            }

            writer.Gap().Line("int before = validation.Count;");
            if (record.JsonCheck.Length > 0)
            {
                writer.Line($"{record.JsonCheck}(json, ref validation);");
                using (writer.Braces("if (validation.Count > before)"))
                {
                    writer.Line("return null;");
                }

                writer.Gap();
            }

            if (record.Properties.Count > 0)
            {
                writer.Line("int start = before;").Gap();
            }

            foreach (PropertyModel property in record.Properties)
            {
                EmitProperty(writer, property);
                writer.Gap();
            }

            EmitResult(writer, record);
        }
    }

    private static void EmitProperty(CSharpWriter writer, PropertyModel property)
    {
        string local = Local(property);
        string json = property.CamelName + "Json";
        writer.Line($"{CSharpType.Of(property.Value)}? {local} = null;");
        if (property.HasAssignedBit)
        {
            writer.Line($"bool {local}Assigned = false;");
        }

        using (writer.Braces($"if (json.TryGetProperty({Literals.Utf8(property.WireName)}, out {TypeNames.JsonElement} {json}))"))
        {
            writer.Line($"{local} = {Expression(property.Value, json)};");
            if (property.HasAssignedBit)
            {
                writer.Line($"{local}Assigned = true;");
            }

            if (property.Value.JsonCheck.Length == 0 && ValidateEmitter.HasChecks(property))
            {
                writer.Line($"Checks.{property.Name}({local}, ref validation);");
            }
        }

        if (property.IsRequired)
        {
            using (writer.Braces("else"))
            {
                writer.Line("validation.Missing();");
            }
        }

        writer.Gap().Line($"start = validation.Nest({Literals.String(property.WireName)}, start);");
    }

    private static void EmitResult(CSharpWriter writer, ObjectModel record)
    {
        writer.Line($"{TypeNames.Additional} additional = {TypeNames.Read}.AdditionalParameters(json, WireNames);");
        if (record.JsonCheck.Length == 0)
        {
            EmitObjectChecks(writer, record);
        }

        foreach (ReferenceModel reference in record.References)
        {
            writer.Line(ValidateEmitter.References(reference, record, Local));
        }

        using (writer.Braces("if (validation.Count > before)"))
        {
            writer.Line("return null;");
        }

        writer.Gap();
        using (writer.Braces($"return new {record.TypeName}", "};"))
        {
            foreach (PropertyModel property in record.Properties)
            {
                writer.Line($"{CSharpType.Storage(property)} = {Stored(property)},");
                if (property.HasAssignedBit)
                {
                    writer.Line($"{CSharpType.AssignedBit(property)} = {Local(property)}Assigned,");
                }
            }

            writer.Line("AdditionalParameters = additional,");
        }
    }

    /// <summary>The keywords that speak of the object as a whole.</summary>
    private static void EmitObjectChecks(CSharpWriter writer, ObjectModel record)
    {
        if (!record.AllowsAdditional)
        {
            writer.Line("validation.NoAdditionalParameters(additional);");
        }

        foreach (DependentModel pair in record.Dependents)
        {
            writer.Line($"validation.DependentRequired(json, {Literals.String(pair.Name)}, [{Literals.String(pair.Required)}]);");
        }

        foreach ((string method, string limit) in ((string, string)[])[("MinProperties", record.MinProperties), ("MaxProperties", record.MaxProperties)])
        {
            if (limit.Length > 0)
            {
                writer.Line($"validation.{method}(json, {limit});");
            }
        }
    }

    private static string Local(PropertyModel property) => property.CamelName + "Value";

    /// <summary>Without a violation a required value is there; the compiler cannot know.</summary>
    private static string Stored(PropertyModel property) =>
        !property.IsRequired || property.Value.AllowsNull ? Local(property)
        : CSharpType.IsStruct(property.Value) ? Local(property) + ".GetValueOrDefault()"
        : Local(property) + "!";

    private static string Expression(ValueModel value, string json)
    {
        if (value.JsonCheck.Length == 0)
        {
            return Unchecked(value, json);
        }

        string cast = value is JsonModel ? $"({TypeNames.JsonElement}?)" : "";
        return $"{TypeNames.Read}.Checked({json}, {value.JsonCheck}, static ({TypeNames.JsonElement} json, ref {TypeNames.Validation} validation) => {cast}{Unchecked(value, "json")}, ref validation)";
    }

    /// <summary>Reads a value by its type and its typed constraints alone.</summary>
    public static string Unchecked(ValueModel value, string json)
    {
        string read = value switch
        {
            StringModel => $"{TypeNames.Read}.String({json}, ref validation)",
            UriModel => $"{TypeNames.Read}.Uri({json}, ref validation)",
            BooleanModel => $"{TypeNames.Read}.Boolean({json}, ref validation)",
            IntegerModel { Is64Bit: true } => $"{TypeNames.Read}.Int64({json}, ref validation{Bounds(value)})",
            IntegerModel => $"{TypeNames.Read}.Int32({json}, ref validation{Bounds(value)})",
            NumberModel => $"{TypeNames.Read}.Double({json}, ref validation{Bounds(value)})",
            EnumValueModel closed => $"{TypeNames.Read}.Enum({json}, {closed.TypeReference}JsonConverter.Instance, ref validation)",
            JsonObjectModel => $"{TypeNames.Read}.JsonObject({json}, ref validation)",
            ObjectValueModel record => $"{record.TypeReference}.Read({json}, ref validation)",
            UnionValueModel union => $"{union.TypeReference}.Read({json}, ref validation)",
            ListModel list => $"{TypeNames.Read}.List<{CSharpType.Item(list)}>({json}, {ItemReader(list.Item)}, ref validation)",
            _ => $"{TypeNames.Read}.Json({json})",
        };
        if (!value.AllowsNull)
        {
            return read;
        }

        string nothing = CSharpType.IsStruct(value) ? $"({CSharpType.Of(value)}?)null" : "null";
        return $"{TypeNames.Read}.IsNull({json}) ? {nothing} : {read}";
    }

    /// <summary>The bounds of a number, for one that its C# type cannot hold. A check of the JSON has reported them already.</summary>
    private static string Bounds(ValueModel value) => value.JsonCheck.Length > 0 ? "" : string.Concat(value.Constraints
        .Where(static constraint => constraint.Keyword is "minimum" or "exclusiveMinimum" or "maximum" or "exclusiveMaximum")
        .Select(constraint => $", {constraint.Keyword}: {ValidateEmitter.Number(constraint, value)}"));

    private static string ItemReader(ValueModel item)
    {
        string get = CSharpType.IsStruct(item) && !(item is JsonModel && item.JsonCheck.Length == 0) && !item.AllowsNull ? ".GetValueOrDefault()" : "";
        return item is ObjectValueModel { AllowsNull: false } record
            ? $"{record.TypeReference}.Read"
            : $"static ({TypeNames.JsonElement} item, ref {TypeNames.Validation} validation) => {Expression(item, "item")}{get}";
    }
}
