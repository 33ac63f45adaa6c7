using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>One JSON object as a record: the frame that the aspects fill.</summary>
internal static class ObjectEmitter
{
    /// <param name="writer">Where to write.</param>
    /// <param name="record">The object.</param>
    /// <param name="model">The file's model.</param>
    public static void Emit(CSharpWriter writer, ObjectModel record, RequestModel model)
    {
        RequestModel? request = ReferenceEquals(record, model.Request) ? model : null;
        EmitHead(writer, record, request);
        using (writer.Braces($"{RequestFileEmitter.Access(model)} sealed partial record {record.TypeName} : {Bases(record, request)}"))
        {
            PropertiesEmitter.Emit(writer, record, model);
            if (request is not null)
            {
                ModelEmitter.Emit(writer, request);
                BuilderEmitter.EmitFactory(writer.Gap(), request);
                writer.Gap();
            }

            EmitEquality(writer, record);
            FieldsEmitter.Emit(writer.Gap(), record);
            CreateEmitter.Emit(writer, record, model);
            DefaultsEmitter.Emit(writer, record, model);
        }
    }

    private static void EmitHead(CSharpWriter writer, ObjectModel record, RequestModel? request)
    {
        Documentation.Summary(writer, record.Description, request is null ? "One value of a request." : $"A request to {request.Title}.");
        if (request is not null)
        {
            Documentation.Element(writer, "remarks", $"Model {Documentation.Code(request.Slug)} ({Documentation.Escape(request.Title)}).");
        }

        writer.Line($"[{TypeNames.GeneratedCode}({GeneratorVersion.Arguments})]");
        writer.Line($"[{TypeNames.JsonConverterAttribute}(typeof({TypeNames.JsonConverter}<{record.TypeName}>))]");
        foreach (DependentModel pair in record.Dependents)
        {
            writer.Line($"[{TypeNames.SchemaDependentRequired}({Literals.String(pair.Name)}, {Literals.String(pair.Required)})]");
        }

        if (request is not null)
        {
            Deprecation.Emit(writer, request);
        }
    }

    private static string Bases(ObjectModel record, RequestModel? request) =>
        $"{TypeNames.Record}<{record.TypeName}>, {(request is null ? "" : TypeNames.IRequest + ", ")}{TypeNames.IFields}<{record.TypeName}>";

    /// <summary>What the compiler would otherwise write for every record, field by field: the base does it by the table.</summary>
    private static void EmitEquality(CSharpWriter writer, ObjectModel record) =>
        writer.Lines(
            $"""
            /// <inheritdoc/>
            public bool Equals({record.TypeName}? other) => base.Equals(other);

            /// <inheritdoc/>
            public override int GetHashCode() => base.GetHashCode();

            /// <inheritdoc/>
            protected override bool PrintMembers({TypeNames.StringBuilder} builder) => base.PrintMembers(builder);
            """
        );
}
