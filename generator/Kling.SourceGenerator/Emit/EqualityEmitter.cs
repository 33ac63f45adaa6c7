using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>Equality: two records are equal if they are the same JSON.</summary>
internal static class EqualityEmitter
{
    public static void Emit(CSharpWriter writer, ObjectModel record)
    {
        writer.Line("/// <summary>Whether both are the same JSON. A parameter that was not assigned differs from one that was assigned its default.</summary>");
        writer.Line("/// <param name=\"other\">The other record.</param>");
        writer.Line($"public bool Equals({record.TypeName}? other) =>");
        using (writer.Indented())
        {
            writer.Line("other is not null");
            foreach (PropertyModel property in record.Properties)
            {
                EmitComparison(writer, property);
            }

            writer.Line("&& AdditionalParameters == other.AdditionalParameters;");
        }

        writer.Gap().Line("/// <inheritdoc/>");
        using (writer.Braces("public override int GetHashCode()"))
        {
            writer.Line($"var hash = new {TypeNames.HashCode}();");
            foreach (PropertyModel property in record.Properties)
            {
                writer.Line($"hash.Add({Hashed(property)});");
            }

            writer.Line("hash.Add(AdditionalParameters);").Line("return hash.ToHashCode();");
        }
    }

    private static void EmitComparison(CSharpWriter writer, PropertyModel property)
    {
        string storage = CSharpType.Storage(property);
        _ = NeedsComparer(property.Value)
            ? writer.Line($"&& {TypeNames.Equality}.AreEqual({storage}, other.{storage})")
            : writer.Line($"&& {storage} == other.{storage}");
        if (property.HasAssignedBit)
        {
            string bit = CSharpType.AssignedBit(property);
            writer.Line($"&& {bit} == other.{bit}");
        }
    }

    private static string Hashed(PropertyModel property)
    {
        string storage = CSharpType.Storage(property);
        return NeedsComparer(property.Value) ? $"{TypeNames.Equality}.Hash({storage})" : storage;
    }

    /// <summary>A Uri's own equality ignores the fragment, a JsonElement has none, and NaN differs from itself.</summary>
    private static bool NeedsComparer(ValueModel value) => value is UriModel or JsonModel or NumberModel;
}
