using System.Reflection;

namespace Kling.Tests.Models;

/// <summary>Puts values into a request that C# takes and the schema may not.</summary>
internal sealed class Scrambling(Random random)
{
    private static readonly MethodInfo Create = typeof(KlingList).GetMethod(nameof(KlingList.ToKlingList))!;

    public JsonRecord Scramble(JsonRecord record)
    {
        foreach (PropertyInfo property in record.Properties.Where(_ => random.Next(3) == 0))
        {
            record = record.With(property, Value(property.PropertyType, property.GetValue(record.Value)));
        }

        return record;
    }

    private object? Value(Type declared, object? now) => (Nullable.GetUnderlyingType(declared) ?? declared) switch
    {
        var type when type == typeof(string) => new RandomBody(random).Text(random.Next(2) == 0 ? random.Next(20) : 508 + random.Next(8)),
        var type when type == typeof(Uri) => random.Next(2) == 0 ? new Uri("/x", UriKind.Relative) : new Uri("https://example.com/" + random.Next()),
        var type when type == typeof(double) => random.Next(4) switch { 0 => 0d, 1 => 1d, 2 => random.NextDouble(), _ => (random.NextDouble() * 4) - 2 },
        var type when type == typeof(bool) => random.Next(2) == 0,
        var type when type == typeof(int) || type == typeof(long) => Convert.ChangeType(random.Next(-20, 20), type, System.Globalization.CultureInfo.InvariantCulture),
        var type when type.IsEnum => Enum.ToObject(type, random.Next(-1, 18)),
        var type when type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KlingList<>) => List(type.GetGenericArguments()[0]),
        var type when Shipped.IsRecord(type) => now is null ? null : Scramble(new JsonRecord(now)).Value,
        _ => now,
    };

    private object List(Type item)
    {
        var items = Array.CreateInstance(item, random.Next(7));
        for (int i = 0; i < items.Length; i++)
        {
            object? empty = Shipped.IsRecord(item) ? Activator.CreateInstance(item) : null;
            items.SetValue(Value(item, empty), i);
        }

        return Create.MakeGenericMethod(item).Invoke(null, [items])!;
    }
}
