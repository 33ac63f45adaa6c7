using System.ComponentModel;

namespace Kling.CompilerServices;

/// <summary>The allowed values of the JSON Schema keyword <c>type</c>.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum KlingJsonTypes
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary><c>null</c>.</summary>
    Null = 1,

    /// <summary><c>true</c> and <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>A number without a fraction; <c>5.0</c> is one (JSON Schema Core, 4.2.3).</summary>
    Integer = 4,

    /// <summary>Any number.</summary>
    Number = 8,

    /// <summary>A string.</summary>
    String = 16,

    /// <summary>An array.</summary>
    Array = 32,

    /// <summary>An object.</summary>
    Object = 64,
}
