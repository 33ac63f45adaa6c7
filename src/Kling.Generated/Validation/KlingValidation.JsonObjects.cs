using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>required</c>: each missing property is a violation at its own path. Values that are not objects are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="names">The names of the required properties.</param>
    public void Required(JsonElement json, ReadOnlySpan<string> names)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        int start = Count;
        foreach (string name in names)
        {
            if (!JsonMembers.TryGet(json, name, out _))
            {
                Missing();
                start = Nest(name, start);
            }
        }
    }

    /// <summary>
    /// <c>properties</c>: checks one property, if it is present, at its own path. Values that are not objects are ignored.
    /// </summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="check">The check.</param>
    public void Property(JsonElement json, string name, KlingJsonCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (json.ValueKind is JsonValueKind.Object && JsonMembers.TryGet(json, name, out JsonElement value))
        {
            CheckMember(name, value, check);
        }
    }

    /// <summary><c>patternProperties</c>: checks the properties whose names match. Values that are not objects are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="pattern">The pattern.</param>
    /// <param name="check">The check.</param>
    public void PatternProperty(JsonElement json, KlingPattern pattern, KlingJsonCheck check)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentNullException.ThrowIfNull(check);
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        foreach ((string name, JsonElement value) in JsonMembers.Of(json))
        {
            bool? isMatch = IsMatch(pattern, name);
            if (isMatch is true)
            {
                CheckMember(name, value, check);
            }
            else if (isMatch is null)
            {
                int since = Count;
                Report(
                    "patternProperties",
                    limit: null,
                    actual: null,
                    $"The name could not be matched against a pattern of the schema within {Text(pattern.Regex.MatchTimeout.TotalSeconds)} s. Use a shorter name."
                );
                _ = Nest(name, since);
            }
        }
    }

    /// <summary>
    /// <c>additionalProperties</c>: checks the properties that no other keyword covers. Values that are not objects are ignored.
    /// </summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="declared">The names in <c>properties</c>.</param>
    /// <param name="patterns">The expressions in <c>patternProperties</c>.</param>
    /// <param name="check">The check.</param>
    public void AdditionalProperties(
        JsonElement json,
        ReadOnlySpan<string> declared,
        ReadOnlySpan<KlingPattern> patterns,
        KlingJsonCheck check
    )
    {
        ArgumentNullException.ThrowIfNull(check);
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        foreach ((string name, JsonElement value) in JsonMembers.Of(json))
        {
            if (!declared.Contains(name) && !MatchesAny(patterns, name))
            {
                CheckMember(name, value, check);
            }
        }
    }

    /// <summary>
    /// <c>propertyNames</c>: checks each name, as a JSON string, at its property's path. Values that are not objects are ignored.
    /// </summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="check">The check.</param>
    public void PropertyNames(JsonElement json, KlingJsonCheck check)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return;
        }

        foreach (string name in JsonMembers.Of(json).Keys)
        {
            CheckMember(name, KlingJsonConstant.Parse(JsonText.Quote(name)), check);
        }
    }

    /// <summary><c>minProperties</c>. A duplicate name is counted once. Values that are not objects are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="minimum">The minimum number of properties.</param>
    public void MinProperties(JsonElement json, int minimum)
    {
        if (json.ValueKind is JsonValueKind.Object)
        {
            MinProperties(JsonMembers.Of(json).Count, minimum);
        }
    }

    /// <summary><c>maxProperties</c>. A duplicate name is counted once. Values that are not objects are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="maximum">The maximum number of properties.</param>
    public void MaxProperties(JsonElement json, int maximum)
    {
        if (json.ValueKind is JsonValueKind.Object)
        {
            MaxProperties(JsonMembers.Of(json).Count, maximum);
        }
    }

    /// <summary>
    /// <c>dependentRequired</c>: if one property is present, others are required. Values that are not objects are ignored.
    /// </summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="required">The names of the required properties.</param>
    public void DependentRequired(JsonElement json, string name, ReadOnlySpan<string> required)
    {
        if (json.ValueKind is not JsonValueKind.Object || !JsonMembers.TryGet(json, name, out _))
        {
            return;
        }

        foreach (string other in required)
        {
            DependentRequired(true, name, JsonMembers.TryGet(json, other, out _), other);
        }
    }

    private void CheckMember(string name, JsonElement value, KlingJsonCheck check)
    {
        int since = Count;
        check(value, ref this);
        _ = Nest(name, since);
    }

    // A name that takes too long is reported by PatternProperty; here it is taken for a match, so that it is reported once.
    private static bool MatchesAny(ReadOnlySpan<KlingPattern> patterns, string name)
    {
        foreach (KlingPattern pattern in patterns)
        {
            if (IsMatch(pattern, name) is not false)
            {
                return true;
            }
        }

        return false;
    }

    private static bool? IsMatch(KlingPattern pattern, string text)
    {
        try
        {
            return pattern.Regex.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }
}
