using Kling.SourceGenerator.CSharp;
using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Emit;

/// <summary>Which C# type a value has, and how the type behaves.</summary>
internal static class CSharpType
{
    /// <summary>The type without a question mark.</summary>
    public static string Of(ValueModel value) =>
        value switch
        {
            StringModel => "string",
            UriModel => TypeNames.Uri,
            BooleanModel => "bool",
            IntegerModel { Is64Bit: true } => "long",
            IntegerModel => "int",
            NumberModel => "double",
            JsonModel => TypeNames.JsonElement,
            JsonObjectModel => TypeNames.Additional,
            UnionValueModel union => union.TypeName,
            EnumValueModel closed => closed.Enum.TypeName,
            ObjectValueModel record => record.TypeName,
            ListModel list => $"{TypeNames.List}<{Item(list)}>",
            _ => throw new NotSupportedException(value.GetType().Name),
        };

    /// <summary>A type of the file where an expression is expected: there, a property of the same name would come first.</summary>
    public static string InExpression(string typeName, RequestModel model) => $"global::{model.Namespace}.{typeName}";

    /// <summary>The type of a list's items.</summary>
    public static string Item(ListModel list) => Of(list.Item) + (list.Item.AllowsNull ? "?" : "");

    /// <summary>The type of the property.</summary>
    public static string Of(PropertyModel property) => Of(property.Value) + (property.IsNullable ? "?" : "");

    /// <summary>Whether the type is a struct, so that a question mark makes it another type.</summary>
    public static bool IsStruct(ValueModel value) => value is BooleanModel or IntegerModel or NumberModel or JsonModel or EnumValueModel;

    /// <summary>The backing field of the property: null while nothing is assigned.</summary>
    public static string Storage(PropertyModel property) => "_" + property.CamelName;

    /// <summary>
    /// The field that says whether a property whose null is a value was assigned. It has no underscore in front: that is how every other
    /// field begins, and a parameter may well be called <c>is_…_assigned</c>.
    /// </summary>
    public static string AssignedBit(PropertyModel property) => $"is{property.Name}Assigned";

    /// <summary>A property's name as that of a method's parameter: with <c>@</c> where it is a C# keyword.</summary>
    public static string Argument(PropertyModel property) =>
        CSharpKeywords.Contains(property.CamelName) ? "@" + property.CamelName : property.CamelName;
}
