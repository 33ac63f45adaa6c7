using System.Collections;
using System.Reflection;

namespace Kling.Tests.Models;

/// <summary>What a builder has beyond an initializer.</summary>
public sealed class BuilderTests
{
    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void It_asks_for_the_required_parameters_in_the_order_of_the_schema(string slug) => Assert.Equal(
        JsonRecord.PropertiesOf(Shipped.Model(slug).RequestType!).Where(JsonRecord.IsRequired).Select(static property => property.Name),
        Shipped.Model(slug).RequestType!.GetMethod("CreateBuilder")!.GetParameters().Select(static parameter => parameter.Name),
        StringComparer.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Each_list_has_methods_that_add_an_item_and_they_add_to_that_list_only(string slug)
    {
        Type type = Shipped.Model(slug).RequestType!;
        PropertyInfo[] lists = [.. JsonRecord.PropertiesOf(type).Where(static property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(KlingList<>))];
        List<string> added = [];
        foreach (MethodInfo add in Builder(slug).GetType().GetMethods().Where(static method => method.Name.StartsWith("Add", StringComparison.Ordinal)))
        {
            object builder = Builder(slug);
            object?[] arguments = [.. add.GetParameters().Select(static parameter => Argument(parameter.ParameterType))];
            builder = add.Invoke(builder, arguments)!;
            builder = add.Invoke(builder, arguments)!;

            var request = new JsonRecord(builder.GetType().GetMethod("Build")!.Invoke(builder, null)!);

            PropertyInfo list = Assert.Single(lists, property => request.IsSet(JsonRecord.WireName(property)));
            Assert.Equal(2, ((IEnumerable)list.GetValue(request.Value)!).Cast<object>().Count());
            added.Add(list.Name);
        }

        Assert.Equal(lists.Select(static list => list.Name), added.Distinct());
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Build_names_every_violation(string slug)
    {
        Type type = Shipped.Model(slug).RequestType!;
        MethodInfo create = type.GetMethod("CreateBuilder")!;
        object builder = create.Invoke(null, new object?[create.GetParameters().Length])!;

        KlingValidationException error = Assert.Throws<KlingValidationException>(() =>
            builder.GetType().GetMethod("Build")!.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, null, null));

        Assert.Equal(create.GetParameters().Length, error.Violations.Count);
        Assert.All(error.Violations, violation => Assert.Contains(violation.ToString(), error.Message, StringComparison.Ordinal));
        Assert.Contains(slug, error.Message, StringComparison.Ordinal);
    }

    private static object Builder(string slug)
    {
        JsonRecord minimal = Shipped.Read(slug, Minimal.Body(slug).ToJsonString());
        return minimal.Value.GetType().GetMethod("CreateBuilder")!
            .Invoke(null, [.. minimal.Properties.Where(JsonRecord.IsRequired).Select(property => property.GetValue(minimal.Value))])!;
    }

    private static object? Argument(Type type)
    {
        if (type == typeof(string))
        {
            return "x";
        }

        if (!Shipped.Types.Contains(type) || type.IsEnum)
        {
            return null;
        }

        var record = new JsonRecord(Activator.CreateInstance(type)!);
        return record.Properties.Where(JsonRecord.IsRequired).Aggregate(record, static (made, property) => made.With(property, Argument(property.PropertyType))).Value;
    }
}
