namespace Kling.Annotations;

/// <summary>A constraint of the schema, on the property or parameter that it holds for.</summary>
internal interface ISchemaConstraint
{
    /// <summary>0 for the value itself, 1 for the items of a list, 2 for the items of its items.</summary>
    int ItemDepth { get; }

    /// <summary>Whether one value is allowed. A value of a type that the keyword does not apply to is always allowed.</summary>
    bool Allows(object value);
}
