using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>What was assigned, what is to be forgotten, and what is to be pinned.</summary>
internal static class PresenceEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record)
    {
        EmitIsSet(writer, record);
        EmitUnset(writer.Gap(), record);
        EmitWithExplicitDefaults(writer.Gap(), record);
    }

    private static void EmitIsSet(CSharpWriter writer, ObjectModel record)
    {
        writer.Lines("""
            /// <summary>Whether a parameter was assigned, and so is sent.</summary>
            /// <param name="name">The parameter's name on the wire.</param>
            """);
        using (writer.Braces("public bool IsSet(string name) => name switch", "};"))
        {
            foreach (PropertyModel property in record.Properties)
            {
                writer.Line($"{Literals.String(property.WireName)} => {CSharpType.IsAssigned(property)},");
            }

            writer.Line("_ => AdditionalParameters.ContainsKey(name),");
        }
    }

    private static void EmitUnset(CSharpWriter writer, ObjectModel record)
    {
        writer.Lines($"""
            /// <summary>The same without one parameter: the server's default holds for it.</summary>
            /// <param name="name">The parameter's name on the wire.</param>
            /// <exception cref="{TypeNames.ArgumentException}">The parameter is required.</exception>
            """);
        using (writer.Braces($"public {record.TypeName} Unset(string name) => name switch", "};"))
        {
            foreach (PropertyModel property in record.Properties)
            {
                writer.Line($"{Literals.String(property.WireName)} => {Unset(property)},");
            }

            writer.Line("_ => this with { AdditionalParameters = AdditionalParameters.Without(name) },");
        }
    }

    private static string Unset(PropertyModel property)
    {
        if (property.IsRequired)
        {
            return $"throw new {TypeNames.ArgumentException}($\"'{{name}}' is required and cannot be left out.\", nameof(name))";
        }

        string bit = property.HasAssignedBit ? $", {CSharpType.AssignedBit(property)} = false" : "";
        return $"this with {{ {CSharpType.Storage(property)} = null{bit} }}";
    }

    private static void EmitWithExplicitDefaults(CSharpWriter writer, ObjectModel record)
    {
        (PropertyModel Property, string Value)[] pinned = [.. record.Properties.Select(static property => (property, Pinned(property)!)).Where(static pair => pair.Item2 is not null)];
        writer.Line("/// <summary>The same with every default assigned: it means the same after the server's defaults change.</summary>");
        if (pinned.Length == 0)
        {
            writer.Line($"public {record.TypeName} WithExplicitDefaults() => this;");
            return;
        }

        using (writer.Braces($"public {record.TypeName} WithExplicitDefaults() => this with", "};"))
        {
            foreach ((PropertyModel property, string value) in pinned)
            {
                // Through the field where there is one: a null that was not assigned stays so.
                writer.Line($"{(property.Default is null ? CSharpType.Storage(property) : property.Name)} = {value},");
            }
        }
    }

    /// <summary>A property with the defaults in it assigned, or <see langword="null"/> if there are none.</summary>
    private static string? Pinned(PropertyModel property) =>
        HasRecords(property.Value) ? Pinned(property.Value, property.Default is null ? CSharpType.Storage(property) : property.Name)
        : property.Default is not null ? property.Name
        : null;

    private static string Pinned(ValueModel value, string expression) => value is ListModel list
        ? $"{expression}?.ConvertAll(static item => {Pinned(list.Item, "item")})!"
        : expression + "?.WithExplicitDefaults()!";

    private static bool HasRecords(ValueModel value) =>
        value is ObjectValueModel || (value is ListModel list && HasRecords(list.Item));
}
