using System.Text.Json;

namespace Kling.CompilerServices;

public partial struct KlingValidation
{
    /// <summary><c>minItems</c>. Values that are not arrays are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="minimum">The minimum number of items.</param>
    public void MinItems(JsonElement json, int minimum)
    {
        if (json.ValueKind is JsonValueKind.Array)
        {
            MinItems(json.GetArrayLength(), minimum);
        }
    }

    /// <summary><c>maxItems</c>. Values that are not arrays are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="maximum">The maximum number of items.</param>
    public void MaxItems(JsonElement json, int maximum)
    {
        if (json.ValueKind is JsonValueKind.Array)
        {
            MaxItems(json.GetArrayLength(), maximum);
        }
    }

    /// <summary>
    /// <c>uniqueItems</c>: no two items may be equal; numbers are compared by value. Values that are not arrays are ignored.
    /// </summary>
    /// <param name="json">The JSON value.</param>
    public void UniqueItems(JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Array)
        {
            UniqueItems<JsonElement>(json.EnumerateArray().ToArray(), JsonElementComparer.Instance);
        }
    }

    /// <summary><c>items</c>: checks each item at its own path. Values that are not arrays are ignored.</summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="check">The check.</param>
    /// <param name="from">The first item to check: the number of items that <c>prefixItems</c> covers.</param>
    public void Items(JsonElement json, KlingJsonCheck check, int from = 0)
    {
        ArgumentNullException.ThrowIfNull(check);
        if (json.ValueKind is not JsonValueKind.Array)
        {
            return;
        }

        int start = Count;
        int index = 0;
        foreach (JsonElement item in json.EnumerateArray())
        {
            if (index >= from)
            {
                check(item, ref this);
                start = Nest(index, start);
            }

            index++;
        }
    }

    /// <summary>
    /// <c>prefixItems</c>: checks the first item with the first check, and so on. Values that are not arrays are ignored.
    /// </summary>
    /// <param name="json">The JSON value.</param>
    /// <param name="checks">The checks; there may be more of them than items.</param>
    public void PrefixItems(JsonElement json, ReadOnlySpan<KlingJsonCheck> checks)
    {
        if (json.ValueKind is not JsonValueKind.Array)
        {
            return;
        }

        int start = Count;
        int index = 0;
        foreach (JsonElement item in json.EnumerateArray())
        {
            if (index == checks.Length)
            {
                return;
            }

            checks[index](item, ref this);
            start = Nest(index++, start);
        }
    }
}
