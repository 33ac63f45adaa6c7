using System.ComponentModel;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>The table of a union's cases. Generated code fills it; reading and writing use it.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KlingCases<TUnion>
    where TUnion : KlingUnion<TUnion>, IKlingCases<TUnion>
{
    private readonly List<Case> _cases = [];

    private KlingCases() { }

    internal static KlingCases<TUnion> Instance { get; } = Describe();

    /// <summary>A type that the value may have.</summary>
    /// <typeparam name="T">The C# type.</typeparam>
    /// <param name="type">The type with its constraints.</param>
    /// <param name="check">Whether JSON has this type.</param>
    /// <param name="create">Creates the union.</param>
    public void Add<T>(KlingType<T> type, KlingJsonCheck check, Func<T, TUnion> create)
        where T : notnull => _cases.Add(new Case<T>(type, check, create));

    internal void Write(Utf8JsonWriter writer, int number, object value) => _cases[number].Write(writer, value);

    internal void Check(JsonElement json, ref KlingValidation validation) => _ = Read(json, ref validation);

    internal TUnion? Read(JsonElement json, ref KlingValidation validation)
    {
        foreach (Case option in _cases)
        {
            if (IsValid(json, option.Check))
            {
                return option.Read(json, ref validation);
            }
        }

        validation.AnyOf(json, [.. _cases.Select(static option => option.Check)]);
        return null;
    }

    private static bool IsValid(JsonElement json, KlingJsonCheck check)
    {
        var validation = default(KlingValidation);
        check(json, ref validation);
        return validation.Count == 0;
    }

    private static KlingCases<TUnion> Describe()
    {
        var cases = new KlingCases<TUnion>();
        TUnion.Describe(cases, KlingTypes.Instance);
        return cases;
    }

    private abstract class Case(KlingJsonCheck check)
    {
        public KlingJsonCheck Check => check;

        public abstract TUnion? Read(JsonElement json, ref KlingValidation validation);

        public abstract void Write(Utf8JsonWriter writer, object value);
    }

    private sealed class Case<T>(KlingType<T> type, KlingJsonCheck check, Func<T, TUnion> create) : Case(check)
        where T : notnull
    {
        public override TUnion? Read(JsonElement json, ref KlingValidation validation)
        {
            int before = validation.Count;
            T? value = type.Read(json, ref validation);
            return validation.Count == before && value is not null ? create(value) : null;
        }

        public override void Write(Utf8JsonWriter writer, object value) => type.Write(writer, (T)value);
    }
}
