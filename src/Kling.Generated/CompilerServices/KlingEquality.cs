using System.ComponentModel;

namespace Kling.CompilerServices;

/// <summary>Equality as JSON has it, for generated code: <see cref="Uri"/> by its original string, JSON by content.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KlingEquality
{
    /// <summary>Whether two values are the same JSON.</summary>
    /// <typeparam name="T">Their type.</typeparam>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool AreEqual<T>(T left, T right) => JsonValueComparer<T>.Default.Equals(left, right);

    /// <summary>A hash code that values of the same JSON share.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    public static int Hash<T>(T value) => value is null ? 0 : JsonValueComparer<T>.Default.GetHashCode(value);
}
