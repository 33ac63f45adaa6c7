using System.ComponentModel;

namespace Kling.CompilerServices;

/// <summary>A union that describes its cases. Generated code implements it.</summary>
/// <typeparam name="TSelf">The union itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKlingCases<TSelf>
    where TSelf : KlingUnion<TSelf>, IKlingCases<TSelf>
{
    /// <summary>Describes the union's cases, in the schema's order. It is called once.</summary>
    /// <param name="cases">The table to fill.</param>
    /// <param name="types">The types of the cases.</param>
    static abstract void Describe(KlingCases<TSelf> cases, KlingTypes types);
}
