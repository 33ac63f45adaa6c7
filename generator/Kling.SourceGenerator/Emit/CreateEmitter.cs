using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>
/// Creates a nested record from separate values, for the builder's <c>Add…</c>. Null means that a parameter is not set; an object
/// initializer cannot express that for a struct.
/// </summary>
internal static class CreateEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record, RequestModel model)
    {
        if (!model.Request.Properties.Any(property => property.AddedRecord == record.TypeName))
        {
            return;
        }

        string parameters = string.Join(
            ", ",
            Ordered(record).Select(static property => $"{Type(property)} {CSharpType.Argument(property)}")
        );
        writer.Gap();
        using (writer.Braces($"internal static {record.TypeName} Create({parameters}) => new()", "};"))
        {
            foreach (PropertyModel property in record.Properties.Where(static property => !property.HasOnlyValue))
            {
                writer.Line($"{(property.IsRequired ? property.Name : CSharpType.Storage(property))} = {CSharpType.Argument(property)},");
            }
        }
    }

    /// <summary>Required first, so that the compiler asks for them, and without those that have a single value.</summary>
    public static IEnumerable<PropertyModel> Ordered(ObjectModel record) =>
        record
            .Properties.Where(static property => property is { IsRequired: true, HasOnlyValue: false })
            .Concat(record.Properties.Where(static property => !property.IsRequired));

    /// <summary>The type of a method's parameter for a property: null leaves an optional one out.</summary>
    public static string Type(PropertyModel property) =>
        CSharpType.Of(property.Value) + (property.IsRequired && !property.Value.AllowsNull ? "" : "?");
}
