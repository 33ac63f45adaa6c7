using System.Reflection;
using System.Text.Json.Serialization;

namespace Kling.Tests.Models;

/// <summary>A generated record, whose members are reached by reflection: the tests know none by name.</summary>
internal sealed record JsonRecord(object Value)
{
    /// <summary>The declared parameters, in the order in which they are declared.</summary>
    public IReadOnlyList<PropertyInfo> Properties => PropertiesOf(Value.GetType());

    public string Json => (string)Call("ToJson")!;

    public IReadOnlyList<KlingViolation> Violations => (IReadOnlyList<KlingViolation>)Call("Validate")!;

    public KlingJsonObject Additional => (KlingJsonObject)Value.GetType().GetProperty("AdditionalParameters")!.GetValue(Value)!;

    public static IReadOnlyList<PropertyInfo> PropertiesOf(Type type) =>
        [.. type.GetProperties().Where(static property => property.IsDefined(typeof(JsonPropertyNameAttribute)))];

    public static string WireName(PropertyInfo property) => property.GetCustomAttribute<JsonPropertyNameAttribute>()!.Name;

    public static bool IsRequired(PropertyInfo property) =>
        property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute));

    public PropertyInfo Property(string wireName) => Properties.Single(property => WireName(property) == wireName);

    public bool IsSet(string wireName) => (bool)Call("IsSet", wireName)!;

    public JsonRecord Unset(string wireName) => new(Call("Unset", wireName)!);

    public JsonRecord WithExplicitDefaults() => new(Call("WithExplicitDefaults")!);

    /// <summary>A copy with another value of one property, as C#'s <c>with</c> makes it.</summary>
    public JsonRecord With(PropertyInfo property, object? value)
    {
        object copy = Call("<Clone>$")!;
        property.SetValue(copy, value);
        return new JsonRecord(copy);
    }

    public JsonRecord WithAdditional(KlingJsonObject? additional) => With(Value.GetType().GetProperty("AdditionalParameters")!, additional);

    public override string ToString() => Value.ToString()!;

    // What the member throws is thrown, and not reflection's wrapping of it.
    private object? Call(string method, params object[] arguments) => Value.GetType()
        .GetMethod(method, [.. arguments.Select(static argument => argument.GetType())])!
        .Invoke(Value, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null);
}
