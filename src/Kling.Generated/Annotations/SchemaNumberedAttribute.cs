namespace Kling.Annotations;

/// <summary>
/// The members of a closed enum are numbered in the order of the schema, from 1 on. The numbers are never sent, so a number that is
/// cast to the enum does not say which value is meant. Without the attribute a member's number is its value in JSON.
/// </summary>
[AttributeUsage(AttributeTargets.Enum)]
public sealed class SchemaNumberedAttribute : Attribute;
