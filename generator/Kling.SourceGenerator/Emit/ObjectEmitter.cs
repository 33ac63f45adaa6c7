using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>One JSON object as a record: the frame that the aspects fill.</summary>
internal static class ObjectEmitter
{
    /// <param name="writer">Where to write.</param>
    /// <param name="record">The object.</param>
    /// <param name="model">The file's model.</param>
    /// <param name="request">The model again where the record is the request itself.</param>
    public static void Emit(CSharpWriter writer, ObjectModel record, RequestModel model, RequestModel? request)
    {
        EmitHead(writer, record, request);
        using (writer.Braces($"{RequestFileEmitter.Access(model)} sealed partial record {record.TypeName} : {Interfaces(record, request)}"))
        {
            WireNames(writer, record);
            PropertiesEmitter.Emit(writer.Gap(), record);
            if (request is not null)
            {
                ModelEmitter.Emit(writer.Gap(), request);
                BuilderEmitter.EmitFactory(writer.Gap(), request);
            }

            PresenceEmitter.Emit(writer.Gap(), record);
            WriteEmitter.Emit(writer.Gap(), record);
            ReadEmitter.Emit(writer.Gap(), record);
            ValidateEmitter.Emit(writer.Gap(), record);
            EqualityEmitter.Emit(writer.Gap(), record);
            CreateEmitter.Emit(writer, record, request);
            DefaultsEmitter.Emit(writer, record);
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

    private static string Interfaces(ObjectModel record, RequestModel? request) =>
        (request is null ? "" : TypeNames.IRequest + ", ") + $"{TypeNames.IJsonObject}<{record.TypeName}>";

    private static void WireNames(CSharpWriter writer, ObjectModel record)
    {
        string names = string.Join(", ", record.Properties.Select(static property => Literals.String(property.WireName)));
        writer.Line($"private static readonly string[] WireNames = [{names}];");
        foreach (PropertyModel property in record.Properties.Where(static property => property.HasField))
        {
            writer.Line($"private {CSharpType.Of(property.Value)}? {CSharpType.Storage(property)};");
            if (property.HasAssignedBit)
            {
                writer.Line($"private bool {CSharpType.AssignedBit(property)};");
            }
        }
    }
}
