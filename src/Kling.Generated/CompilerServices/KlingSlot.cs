using System.ComponentModel;

namespace Kling.CompilerServices;

/// <summary>Where a record stores one value.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="T">The type of the value as it is stored.</typeparam>
/// <param name="record">The record.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ref T KlingSlot<TRecord, T>(TRecord record);
