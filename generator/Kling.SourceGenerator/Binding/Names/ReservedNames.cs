namespace Kling.SourceGenerator.Binding.Names;

/// <summary>Member names that a parameter cannot have in C#, because something else in every generated record has them.</summary>
internal static class ReservedNames
{
    /// <summary>What every record inherits, gets from the compiler, or gets from the emitters.</summary>
    public static readonly HashSet<string> ObjectMembers = new(StringComparer.OrdinalIgnoreCase)
    {
        "Equals",
        "GetHashCode",
        "GetType",
        "ToString",
        "MemberwiseClone",
        "Finalize",
        "ReferenceEquals",
        "Clone",
        "Deconstruct",
        "EqualityContract",
        "PrintMembers",
        "AdditionalParameters",
        "Create",
        "Defaults",
        "Describe",
        "IsSet",
        "ToJson",
        "TryParse",
        "Unset",
        "Validate",
        "WithExplicitDefaults",
        "WriteTo",
    };

    /// <summary>What a request has beyond that.</summary>
    public static readonly HashSet<string> RequestMembers = new(ObjectMembers, StringComparer.OrdinalIgnoreCase)
    {
        "CreateBuilder",
        "Model",
    };
}
