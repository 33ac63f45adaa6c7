using System.Text.Json;

namespace Kling.CompilerServices;

internal sealed class ListType<T>(KlingType<T> item, int minItems, int maxItems, bool uniqueItems) : KlingType<KlingList<T>>
{
    internal override KlingList<T>? Read(JsonElement json, ref KlingValidation validation)
    {
        if (!KlingRead.IsArray(json, ref validation))
        {
            return null;
        }

        int before = validation.Count;
        int start = before;
        var items = new T[json.GetArrayLength()];
        int index = 0;
        foreach (JsonElement element in json.EnumerateArray())
        {
            items[index] = item.Read(element, ref validation)!;
            start = validation.Nest(index++, start);
        }

        // An item that could not be read is equal to nothing.
        var list = new KlingList<T>(items);
        ValidateList(list, uniqueItems && validation.Count == before, ref validation);
        return list;
    }

    internal override void Write(Utf8JsonWriter writer, KlingList<T> value)
    {
        writer.WriteStartArray();
        foreach (T element in value.AsSpan())
        {
            if (element is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                item.Write(writer, element);
            }
        }

        writer.WriteEndArray();
    }

    internal override void Validate(KlingList<T> value, ref KlingValidation validation)
    {
        int start = validation.Count;
        ReadOnlySpan<T> items = value.AsSpan();
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i] is not null)
            {
                item.Validate(items[i], ref validation);
            }
            else if (!item.AllowsNull)
            {
                validation.Missing();
            }

            start = validation.Nest(i, start);
        }

        ValidateList(value, uniqueItems, ref validation);
    }

    internal override KlingList<T> WithExplicitDefaults(KlingList<T> value)
    {
        ReadOnlySpan<T> items = value.AsSpan();
        T[]? changed = null;
        for (int i = 0; i < items.Length && !typeof(T).IsValueType; i++)
        {
            if (items[i] is { } element && item.WithExplicitDefaults(element) is var complete && !ReferenceEquals(element, complete))
            {
                changed ??= items.ToArray();
                changed[i] = complete;
            }
        }

        return changed is null ? value : new KlingList<T>(changed);
    }

    internal override int Count(KlingList<T> value) => value.Count;

    private void ValidateList(KlingList<T> value, bool areUnique, ref KlingValidation validation)
    {
        validation.MinItems(value.Count, minItems);
        validation.MaxItems(value.Count, maxItems);
        if (areUnique)
        {
            validation.UniqueItems(value.AsSpan(), JsonValueComparer<T>.Default);
        }
    }
}
