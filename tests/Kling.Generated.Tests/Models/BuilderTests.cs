using System.Collections;
using System.Reflection;

namespace Kling.Tests.Models;

/// <summary>What a builder has beyond an initializer.</summary>
public sealed class BuilderTests
{
    public static TheoryData<string> Slugs => Shipped.Slugs;

    [Theory]
    [MemberData(nameof(Slugs))]
    public void The_builder_takes_the_required_parameters_in_the_order_of_the_schema(string slug) => Assert.Equal(
        JsonRecord.PropertiesOf(Shipped.Model(slug).RequestType!).Where(JsonRecord.IsRequired).Select(static property => property.Name),
        Shipped.Model(slug).RequestType!.GetMethod("CreateBuilder")!.GetParameters().Select(static parameter => parameter.Name),
        StringComparer.OrdinalIgnoreCase);

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Each_list_has_methods_that_add_an_item_and_they_add_to_that_list_only(string slug)
    {
        Random random = Seed.Next(out _);
        PropertyInfo[] lists = [.. JsonRecord.PropertiesOf(Shipped.Model(slug).RequestType!).Where(static property => IsList(property.PropertyType))];
        List<string> grown = [];
        foreach (MethodInfo add in Builder(slug).GetType().GetMethods().Where(static method => method.Name.StartsWith("Add", StringComparison.Ordinal)))
        {
            PropertyInfo list = lists.MaxBy(one => one.Name.Zip(add.Name[3..]).TakeWhile(static signs => signs.First == signs.Second).Count())!;
            object item = AnyItem(slug, list, random);
            object builder = Builder(slug);

            builder = add.Invoke(builder, Arguments(add, item))!;

            var request = new JsonRecord(builder.GetType().GetMethod("Build")!.Invoke(builder, null)!);
            Assert.Equal([list], lists.Where(one => request.IsSet(JsonRecord.WireName(one))));
            Assert.Equal(item, Assert.Single(Items(request, list)));
            builder = add.Invoke(builder, Arguments(add, item))!;
            Assert.True(CountAfter(builder, list) is null or 2);
            grown.Add(list.Name);
        }

        Assert.Equal(lists.Select(static list => list.Name), grown.Distinct());
    }

    [Theory]
    [MemberData(nameof(Slugs))]
    public void Build_names_every_violation(string slug)
    {
        Type type = Shipped.Model(slug).RequestType!;
        MethodInfo create = type.GetMethod("CreateBuilder")!;
        object builder = create.Invoke(null, new object?[create.GetParameters().Length])!;
        if (create.GetParameters().Length == 0)
        {
            Assert.Equal(slug, ((IKlingRequest)builder.GetType().GetMethod("Build")!.Invoke(builder, null)!).Model.Slug);
            return;
        }

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

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KlingList<>);

    private static IEnumerable<object> Items(JsonRecord request, PropertyInfo list) =>
        (list.GetValue(request.Value) as IEnumerable)?.Cast<object>() ?? [];

    /// <summary>An item that the schema accepts, with nothing undeclared in it, which the method with one parameter per member could not take.</summary>
    private static object AnyItem(string slug, PropertyInfo list, Random random)
    {
        object? item;
        do
        {
            JsonRecord request = Shipped.Read(slug, new RandomBody(random).Object(Shipped.Schema(slug)).ToJsonString());
            item = Items(request, list).FirstOrDefault(static one => !Shipped.IsRecord(one.GetType()) || new JsonRecord(one).Additional.Count == 0);
        }
        while (item is null);
        return item;
    }

    // Either the item itself, or its members: those that were never assigned are left out here too.
    private static object?[] Arguments(MethodInfo add, object item) => add.GetParameters() is [var only] && only.ParameterType == item.GetType()
        ? [item]
        : [.. add.GetParameters().Select(parameter => Member(new JsonRecord(item), parameter.Name!))];

    private static object? Member(JsonRecord item, string name)
    {
        PropertyInfo property = item.Properties.Single(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return item.IsSet(JsonRecord.WireName(property)) ? property.GetValue(item.Value) : null;
    }

    /// <summary>How long the list is now, or null where it may not be that long.</summary>
    private static int? CountAfter(object builder, PropertyInfo list)
    {
        try
        {
            object request = builder.GetType().GetMethod("Build")!.Invoke(builder, BindingFlags.DoNotWrapExceptions, null, null, null)!;
            return Items(new JsonRecord(request), list).Count();
        }
        catch (KlingValidationException e) when (e.Violations.All(static violation => violation.Keyword == "maxItems"))
        {
            return null;
        }
    }
}
