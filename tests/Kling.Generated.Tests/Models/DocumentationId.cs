using System.Reflection;

namespace Kling.Tests.Models;

/// <summary>The name that a member has in an XML documentation file (C# specification, annex D.4.2).</summary>
internal static class DocumentationId
{
    public static string Of(MemberInfo member) => member switch
    {
        Type type => "T:" + Name(type),
        PropertyInfo => "P:" + Qualified(member),
        FieldInfo => "F:" + Qualified(member),
        MethodInfo method => "M:" + Qualified(member) + (method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "") + Parameters(method),
        _ => throw new NotSupportedException($"Teach {nameof(DocumentationId)} a {member.MemberType}."),
    };

    private static string Qualified(MemberInfo member) => $"{Name(member.DeclaringType!)}.{member.Name}";

    private static string Parameters(MethodInfo method) => method.GetParameters() is { Length: > 0 } parameters
        ? $"({string.Join(',', parameters.Select(static parameter => Name(parameter.ParameterType)))})"
        : "";

    private static string Name(Type type) => type switch
    {
        { IsGenericMethodParameter: true } => $"``{type.GenericParameterPosition}",
        { IsByRef: true } => Name(type.GetElementType()!) + "@",
        { IsArray: true } => Name(type.GetElementType()!) + "[]",
        { IsGenericType: true } => $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Name))}}}",
        _ => type.FullName!.Replace('+', '.'),
    };
}
