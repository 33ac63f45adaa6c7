using System.ComponentModel;
using System.Text.Json;

namespace Kling.CompilerServices;

/// <summary>Checks one JSON value against a schema.</summary>
/// <param name="json">The JSON value.</param>
/// <param name="validation">Receives the violations.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate void KlingJsonCheck(JsonElement json, ref KlingValidation validation);
