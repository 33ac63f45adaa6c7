namespace Kling.CompilerServices;

/// <summary>The bounds of a number in a schema.</summary>
internal readonly record struct NumberRange<T>(T? Minimum, T? Maximum, T? ExclusiveMinimum, T? ExclusiveMaximum)
    where T : struct;
