using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary><c>Validate</c>: each parameter against its own constraints, then what is nested in it.</summary>
internal static class ValidateEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record)
    {
        writer.Lines($$"""
            /// <summary>Holds the values against the constraints of the schema.</summary>
            /// <returns>Every violation, in the order of the schema; empty if there is none.</returns>
            public {{TypeNames.IReadOnlyList}}<{{TypeNames.Violation}}> Validate()
            {
                var validation = default({{TypeNames.Validation}});
                Validate(ref validation);
                return validation.Violations;
            }
            """).Gap();
        using (writer.Braces($"internal void Validate(ref {TypeNames.Validation} validation)"))
        {
            if (record.JsonCheck.Length > 0)
            {
                writer.Line($"validation.Json(this, static (writer, value) => value.WriteTo(writer), {record.JsonCheck});");
            }
            else
            {
                EmitTyped(writer, record);
            }

            foreach (ReferenceModel reference in record.References)
            {
                writer.Line(References(reference, record, CSharpType.Storage));
            }

            writer.Line("validation.AdditionalParameters(AdditionalParameters, WireNames);");
        }

        EmitChecks(writer, record);
    }

    /// <summary>The check of the markers in a text.</summary>
    /// <param name="reference">The entry of <c>x-references</c>.</param>
    /// <param name="record">The record that text and list belong to.</param>
    /// <param name="expression">Where a property's value stands.</param>
    public static string References(ReferenceModel reference, ObjectModel record, Func<PropertyModel, string> expression)
    {
        PropertyModel text = record.Properties.First(property => property.Name == reference.Text);
        PropertyModel list = record.Properties.First(property => property.Name == reference.List);
        return $"validation.References({expression(text)}, {Literals.String(text.WireName)}, {Literals.String(reference.Marker)}, {expression(list)}?.Count ?? 0, {Literals.String(list.WireName)});";
    }

    private static void EmitTyped(CSharpWriter writer, ObjectModel record)
    {
        bool isFirst = true;
        foreach (PropertyModel property in record.Properties)
        {
            List<string> statements = Statements(property);
            if (statements.Count == 0)
            {
                continue;
            }

            if (isFirst)
            {
                writer.Line("int start = validation.Count;").Gap();
                isFirst = false;
            }

            foreach (string statement in statements)
            {
                writer.Line(statement);
            }

            writer.Line($"start = validation.Nest({Literals.String(property.WireName)}, start);").Gap();
        }

        if (!record.AllowsAdditional)
        {
            writer.Line("validation.NoAdditionalParameters(AdditionalParameters);");
        }

        foreach (DependentModel pair in record.Dependents)
        {
            string name = Literals.String(pair.Name);
            string required = Literals.String(pair.Required);
            writer.Line($"validation.DependentRequired(IsSet({name}), {name}, IsSet({required}), {required});");
        }

        EmitPropertyCounts(writer, record);
    }

    private static void EmitPropertyCounts(CSharpWriter writer, ObjectModel record)
    {
        if (record.MinProperties.Length + record.MaxProperties.Length == 0)
        {
            return;
        }

        string counted = string.Concat(record.Properties.Select(static property => $" + ({CSharpType.IsAssigned(property)} ? 1 : 0)"));
        writer.Line($"int count = AdditionalParameters.Count{counted};");
        if (record.MinProperties.Length > 0)
        {
            writer.Line($"validation.MinProperties(count, {record.MinProperties});");
        }

        if (record.MaxProperties.Length > 0)
        {
            writer.Line($"validation.MaxProperties(count, {record.MaxProperties});");
        }
    }

    /// <summary>Whether the parameter has constraints of its own, beside its type.</summary>
    public static bool HasChecks(PropertyModel property) => HasChecks(property.Value);

    private static bool HasChecks(ValueModel value) =>
        value is UriModel or NumberModel or EnumValueModel
        || value.JsonCheck.Length > 0
        || value.Constraints.Count > 0
        || (value is ListModel list && HasChecks(list.Item));

    private static void EmitChecks(CSharpWriter writer, ObjectModel record)
    {
        PropertyModel[] properties = [.. record.Properties.Where(HasChecks)];
        if (properties.Length == 0)
        {
            return;
        }

        writer.Gap().Line("/// <summary>Each parameter's own constraints. What is nested in it has its own checks.</summary>");
        using (writer.Braces("private static class Checks"))
        {
            foreach (PropertyModel property in properties)
            {
                using (writer.Braces($"public static void {property.Name}({CSharpType.Of(property.Value)}? value, ref {TypeNames.Validation} validation)"))
                {
                    foreach (string check in Checks(property.Value, "value", mayBeNull: true))
                    {
                        writer.Line(check);
                    }
                }

                writer.Gap();
            }
        }
    }

    private static List<string> Statements(PropertyModel property)
    {
        var statements = new List<string>();
        string storage = CSharpType.Storage(property);
        if (property.IsRequired && !property.Value.AllowsNull && !CSharpType.IsStruct(property.Value))
        {
            statements.Add($"validation.Required({storage});");
        }

        if (HasChecks(property))
        {
            statements.Add($"Checks.{property.Name}({storage}, ref validation);");
        }

        AddNested(statements, property.Value, storage);
        return statements;
    }

    /// <summary>A value's own constraints; the items of a list are its own too, the members of a record are not.</summary>
    private static List<string> Checks(ValueModel value, string expression, bool mayBeNull)
    {
        if (value.JsonCheck.Length > 0)
        {
            return [JsonCheck(value, expression, mayBeNull)];
        }

        var checks = new List<string>();
        if (TypeCheck(value, expression) is { } ofType)
        {
            checks.Add(ofType);
        }

        string text = value is UriModel ? expression + "?.OriginalString" : expression;
        foreach (ConstraintModel constraint in value.Constraints)
        {
            if (Check(constraint, value, text) is { } check)
            {
                checks.Add(check);
            }
        }

        return checks;
    }

    private static string? TypeCheck(ValueModel value, string expression) => value switch
    {
        UriModel => $"validation.AbsoluteUri({expression});",
        NumberModel => $"validation.Finite({expression});",
        EnumValueModel closed => $"validation.Enum({expression}, {closed.TypeReference}JsonConverter.Instance);",
        ListModel list when ItemLambda(list, Checks(list.Item, "item", list.Item.AllowsNull)) is { } lambda => $"validation.Items({expression}, {lambda});",
        _ => null,
    };

    private static string JsonCheck(ValueModel value, string expression, bool mayBeNull)
    {
        if (value is JsonModel)
        {
            return $"validation.Json({expression}, {value.JsonCheck});";
        }

        string present = mayBeNull && CSharpType.IsStruct(value) ? "value.GetValueOrDefault()" : "value";
        return $"validation.Json({expression}, static (writer, value) => {WriteEmitter.Statement(value, present).TrimEnd(';')}, {value.JsonCheck});";
    }

    private static string? Check(ConstraintModel constraint, ValueModel value, string expression) => constraint.Keyword switch
    {
        "minLength" => $"validation.MinLength({expression}, {constraint.Limit});",
        "maxLength" => $"validation.MaxLength({expression}, {constraint.Limit});",
        "minimum" => $"validation.Minimum({expression}, {Number(constraint, value)});",
        "maximum" => $"validation.Maximum({expression}, {Number(constraint, value)});",
        "minItems" => $"validation.MinItems({expression}, {constraint.Limit});",
        "maxItems" => $"validation.MaxItems({expression}, {constraint.Limit});",

        "exclusiveMinimum" => $"validation.ExclusiveMinimum({expression}, {Number(constraint, value)});",
        "exclusiveMaximum" => $"validation.ExclusiveMaximum({expression}, {Number(constraint, value)});",
        "multipleOf" => $"validation.MultipleOf({expression}, {Literals.String(constraint.Limit)});",
        "pattern" => $"validation.Pattern({expression}, {constraint.Pattern}, {Literals.String(constraint.Limit)});",
        "uniqueItems" => $"validation.UniqueItems({expression});",

        // A Uri has a check of its own.
        "format" when value is StringModel => $"validation.Format({expression}, {Literals.String(constraint.Limit)});",
        "format" when constraint.Limit != "uri" => $"validation.Format({expression}, {Literals.String(constraint.Limit)});",
        _ => null,
    };

    /// <summary>The limit of a constraint as a literal of the value's type.</summary>
    public static string Number(ConstraintModel constraint, ValueModel value) =>
        value is IntegerModel ? Literals.Int64(constraint.Limit) : Literals.Double(constraint.Limit);

    /// <summary>The records in a value, and that no item of a list is null.</summary>
    private static void AddNested(List<string> statements, ValueModel value, string expression)
    {
        if (value.JsonCheck.Length > 0)
        {
            // The check of the whole has seen it all.
            return;
        }

        if (value is ObjectValueModel or UnionValueModel)
        {
            statements.Add($"{expression}?.Validate(ref validation);");
        }
        else if (value is ListModel list)
        {
            if (!list.Item.AllowsNull && !CSharpType.IsStruct(list.Item))
            {
                statements.Add($"validation.RequiredItems({expression});");
            }

            var ofItem = new List<string>();
            AddNested(ofItem, list.Item, "item");
            if (ItemLambda(list, ofItem) is { } lambda)
            {
                statements.Add($"validation.Items({expression}, {lambda});");
            }
        }
    }

    private static string? ItemLambda(ListModel list, List<string> statements) => statements.Count == 0
        ? null
        : $"static ({CSharpType.Item(list)} item, ref {TypeNames.Validation} validation) => "
            + (statements.Count == 1 ? statements[0].TrimEnd(';') : $"{{ {string.Join(" ", statements)} }}");
}
