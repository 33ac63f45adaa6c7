using System.ComponentModel;

namespace Kling.CompilerServices;

/// <summary>A record that describes its parameters. Generated code implements it.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IKlingFields<TSelf>
    where TSelf : KlingRecord<TSelf>, IKlingFields<TSelf>
{
    /// <summary>Describes the record's parameters, in the schema's order. It is called once.</summary>
    /// <param name="fields">The table to fill.</param>
    /// <param name="types">The types of the parameters.</param>
    static abstract void Describe(KlingFields<TSelf> fields, KlingTypes types);
}
