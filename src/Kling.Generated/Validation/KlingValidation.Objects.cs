namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>dependentRequired</c>: who gives one member must give another.</summary>
    /// <param name="isSet">Whether the first member is given.</param>
    /// <param name="name">Its name.</param>
    /// <param name="otherIsSet">Whether the other is given.</param>
    /// <param name="other">The other's name.</param>
    internal void DependentRequired(bool isSet, string name, bool otherIsSet, string other)
    {
        if (isSet && !otherIsSet)
        {
            Report("dependentRequired", JsonText.Quote(other), actual: null, $"'{other}' is required, because '{name}' is set.");
        }
    }

    /// <summary><c>minProperties</c>.</summary>
    /// <param name="count">How many members the object has.</param>
    /// <param name="minimum">The minimum number of properties.</param>
    internal void MinProperties(int count, int minimum)
    {
        if (count < minimum)
        {
            Report(
                "minProperties",
                Text(minimum),
                Text(count),
                $"The object has {Counted(count, "property", "properties")}; the minimum is {Text(minimum)}."
            );
        }
    }

    /// <summary><c>maxProperties</c>.</summary>
    /// <param name="count">How many members the object has.</param>
    /// <param name="maximum">The maximum number of properties.</param>
    internal void MaxProperties(int count, int maximum)
    {
        if (count > maximum)
        {
            Report(
                "maxProperties",
                Text(maximum),
                Text(count),
                $"The object has {Counted(count, "property", "properties")}; the maximum is {Text(maximum)}."
            );
        }
    }
}
