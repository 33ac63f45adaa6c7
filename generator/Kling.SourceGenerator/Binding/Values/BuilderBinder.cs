using Kling.SourceGenerator.Model;

namespace Kling.SourceGenerator.Binding.Values;

/// <summary>Decides which lists of a request its builder can extend from loose values.</summary>
internal static class BuilderBinder
{
    /// <param name="request">The request.</param>
    /// <param name="records">The records that it may have lists of.</param>
    /// <returns>The request with <see cref="PropertyModel.AddedRecord"/> set.</returns>
    public static ObjectModel Bind(ObjectModel request, IReadOnlyList<ObjectModel> records) =>
        request with
        {
            Properties = request
                .Properties.Select(property =>
                    Added(property, records) is { } record ? property with { AddedRecord = record.TypeName } : property
                )
                .ToEquatableArray(),
        };

    /// <summary>Null leaves a value out, so a member whose null is a value of its own cannot be a loose value.</summary>
    private static ObjectModel? Added(PropertyModel property, IReadOnlyList<ObjectModel> records) =>
        property is { HasOnlyValue: false, Value: ListModel { Item: ObjectValueModel { AllowsNull: false } item } }
        && records.FirstOrDefault(record => record.TypeName == item.TypeName) is { Properties.Count: > 0 } record
        && !record.Properties.Any(static member => member.HasAssignedBit)
            ? record
            : null;
}
