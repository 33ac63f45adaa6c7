using Kling.SourceGenerator.Emit;
using Kling.SourceGenerator.Model;

namespace Kling.Cli;

/// <summary>The arguments of a builder method, whose order is part of what callers compile against.</summary>
/// <param name="Method">The method.</param>
/// <param name="Arguments">The arguments, as type and name.</param>
/// <param name="Required">How many of them, from the first, must be given.</param>
internal sealed record BuilderArguments(string Method, IReadOnlyList<string> Arguments, int Required)
{
    /// <summary>The arguments as one text.</summary>
    public string Text => Arguments.Count == 0 ? "()" : $"({string.Join(", ", Arguments)})";

    /// <summary>The method that begins a builder: one argument for each required parameter.</summary>
    public static BuilderArguments OfCreate(ObjectModel request)
    {
        string[] arguments = [.. request.Properties.Where(IsAsked).Select(Argument)];
        return new BuilderArguments("CreateBuilder", arguments, arguments.Length);
    }

    /// <summary>The method that adds an item to a list: the required ones of its record first.</summary>
    public static BuilderArguments OfAdd(PropertyModel list, ObjectModel record)
    {
        PropertyModel[] required = [.. record.Properties.Where(IsAsked)];
        return new BuilderArguments(
            "Add" + list.ItemName,
            [.. required.Concat(record.Properties.Where(static property => !property.IsRequired)).Select(Argument)],
            required.Length
        );
    }

    /// <summary>The rule that the new arguments break, or <see langword="null"/> if every call still means the same.</summary>
    public static ChangeRule? Between(BuilderArguments old, BuilderArguments current)
    {
        if (current.Required <= old.Required && current.Arguments.Take(old.Arguments.Count).SequenceEqual(old.Arguments))
        {
            return null;
        }

        string[] kept = [.. current.Arguments.Where(old.Arguments.Contains)];
        bool isOrder = kept.Length == old.Arguments.Count && current.Required <= old.Required;
        return isOrder ? ChangeRules.OrderChanged : ChangeRules.ArgumentsChanged;
    }

    private static bool IsAsked(PropertyModel property) => property is { IsRequired: true, HasOnlyValue: false };

    private static string Argument(PropertyModel property) => $"{SourceType.Of(property.Value)} {CSharpType.Argument(property)}";
}
