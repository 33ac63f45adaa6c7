using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Kling.SourceGenerator.Tests;

/// <summary>
/// Walks what the pipeline keeps from one run to the next. A symbol, a syntax node or a text in there would keep a whole
/// compilation alive, or differ on every keystroke.
/// </summary>
internal static class ModelGraph
{
    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(Compilation), typeof(Location), typeof(AdditionalText), typeof(SourceText)];

    /// <summary>The fields of each type in which something else than a plain value can be.</summary>
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static void AssertHoldsNothingOfRoslyn(IEnumerable<object> values)
    {
        foreach (object value in values)
        {
            string? found = Find(value, new HashSet<object>(ReferenceEqualityComparer.Instance));
            Assert.True(found is null, $"{value.GetType().Name}{found}.");
        }
    }

    /// <summary>The path to an object that is not allowed, or <see langword="null"/>.</summary>
    private static string? Find(object? value, HashSet<object> seen)
    {
        if (value is null || IsPlain(value.GetType()))
        {
            return null;
        }

        Type type = value.GetType();
        if (Forbidden.Any(forbidden => forbidden.IsInstanceOfType(value)))
        {
            return $" is a {type}";
        }

        if (!type.IsValueType && !seen.Add(value))
        {
            return null;
        }

        return value is IEnumerable items ? FindInItems(items, seen) : FindInFields(value, seen);
    }

    private static string? FindInItems(IEnumerable items, HashSet<object> seen)
    {
        foreach (object? item in items)
        {
            if (Find(item, seen) is { } found)
            {
                return "[]" + found;
            }
        }

        return null;
    }

    private static string? FindInFields(object value, HashSet<object> seen)
    {
        foreach (FieldInfo field in Fields.GetOrAdd(value.GetType(), FieldsOf))
        {
            if (Find(field.GetValue(value), seen) is { } found)
            {
                return $".{field.Name}{found}";
            }
        }

        return null;
    }

    private static FieldInfo[] FieldsOf(Type type)
    {
        List<FieldInfo> fields = [];
        for (Type? declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            fields.AddRange(declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly));
        }

        return [.. fields.Where(static field => !IsPlain(field.FieldType))];
    }

    private static bool IsPlain(Type type) => type == typeof(string) || type.IsPrimitive || type.IsEnum;
}
