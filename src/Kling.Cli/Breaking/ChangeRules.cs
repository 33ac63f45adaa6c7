namespace Kling.Cli;

/// <summary>The rules of <c>kling breaking</c>.</summary>
internal static class ChangeRules
{
    public static ChangeRule SlugChanged { get; } = Wire("slug-changed", "The model has another slug, so requests go to another URL.");
    public static ChangeRule TypeChanged { get; } = Wire("type-changed", "A parameter no longer accepts a JSON type.");
    public static ChangeRule ValueRemoved { get; } = Wire("value-removed", "A value is no longer allowed.");
    public static ChangeRule LimitTightened { get; } = Wire("limit-tightened", "A limit refuses values that were valid.");
    public static ChangeRule FormatChanged { get; } = Wire("format-changed", "A format refuses texts that were valid.");
    public static ChangeRule ParameterRequired { get; } = Wire("parameter-required", "An optional parameter became required.");
    public static ChangeRule RequiredAdded { get; } = Wire("parameter-added-required", "A new parameter is required.");
    public static ChangeRule AdditionalRefused { get; } =
        Wire("additional-refused", "Parameters that the schema does not declare are refused.");
    public static ChangeRule SchemaChanged { get; } =
        Wire("schema-changed", "A keyword changed in a way that may refuse requests that were valid.");

    public static ChangeRule TypeWidened { get; } = Wire("type-widened", "A parameter accepts another JSON type.", isBreaking: false);
    public static ChangeRule ValueAdded { get; } = Wire("value-added", "Another value is allowed.", isBreaking: false);
    public static ChangeRule LimitLoosened { get; } = Wire("limit-loosened", "A limit accepts more values.", isBreaking: false);
    public static ChangeRule FormatLoosened { get; } = Wire("format-loosened", "A format accepts more texts.", isBreaking: false);
    public static ChangeRule ParameterOptional { get; } =
        Wire("parameter-optional", "A required parameter became optional.", isBreaking: false);
    public static ChangeRule ParameterAdded { get; } = Wire("parameter-added", "There is a new optional parameter.", isBreaking: false);
    public static ChangeRule AdditionalAllowed { get; } =
        Wire("additional-allowed", "Parameters that the schema does not declare are accepted.", isBreaking: false);
    public static ChangeRule ModelAdded { get; } = Wire("model-added", "There is a new model.", isBreaking: false);

    public static ChangeRule ModelRemoved { get; } = Source("model-removed", "The model has no schema file any more.");
    public static ChangeRule ParameterRemoved { get; } =
        Source("parameter-removed", "The schema no longer declares a parameter, and its property is gone.");
    public static ChangeRule ParameterRenamed { get; } =
        Source("parameter-renamed", "A parameter has another name; everything else about it is the same.");
    public static ChangeRule NameChanged { get; } = Source("csharp-name-changed", "A generated type, property or member has another name.");
    public static ChangeRule CSharpTypeChanged { get; } = Source("csharp-type-changed", "A property has another C# type.");
    public static ChangeRule MemberRequired { get; } = Source("member-required", "A property must be assigned.");
    public static ChangeRule EnumMemberRemoved { get; } = Source("enum-member-removed", "A member of a generated enum is gone.");
    public static ChangeRule EnumNumberChanged { get; } =
        Source("enum-number-changed", "A member of a generated enum has another number.");
    public static ChangeRule OrderChanged { get; } = Source("order-changed", "The arguments of a builder method are in another order.");
    public static ChangeRule ArgumentsChanged { get; } =
        Source("arguments-changed", "A builder method takes other arguments.");

    public static ChangeRule DefaultChanged { get; } =
        Behaviour("default-changed", "The server uses another value for a parameter that is not sent.");
    public static ChangeRule OutputChanged { get; } = Behaviour("output-changed", "The model returns another kind of output.");
    public static ChangeRule Retired { get; } = Behaviour("retired", "The API no longer serves the model.");
    public static ChangeRule Deprecated { get; } = Behaviour("deprecated", "A model or parameter is deprecated.", isBreaking: false);
    public static ChangeRule Replaced { get; } = Behaviour("replaced", "Another model replaces the model.", isBreaking: false);
    public static ChangeRule CostChanged { get; } = Behaviour("cost-changed", "The stated cost of a job changed.", isBreaking: false);
    public static ChangeRule TimeChanged { get; } = Behaviour("time-changed", "The usual time of a job changed.", isBreaking: false);

    /// <summary>Every rule, in the order of the documentation.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
        [
            SlugChanged,
            TypeChanged,
            ValueRemoved,
            LimitTightened,
            FormatChanged,
            ParameterRequired,
            RequiredAdded,
            AdditionalRefused,
            SchemaChanged,
            TypeWidened,
            ValueAdded,
            LimitLoosened,
            FormatLoosened,
            ParameterOptional,
            ParameterAdded,
            AdditionalAllowed,
            ModelAdded,
            ModelRemoved,
            ParameterRemoved,
            ParameterRenamed,
            NameChanged,
            CSharpTypeChanged,
            MemberRequired,
            EnumMemberRemoved,
            EnumNumberChanged,
            OrderChanged,
            ArgumentsChanged,
            DefaultChanged,
            OutputChanged,
            Retired,
            Deprecated,
            Replaced,
            CostChanged,
            TimeChanged,
        ];

    private static ChangeRule Wire(string id, string description, bool isBreaking = true) =>
        new(id, ChangeClass.Wire, isBreaking, description);

    private static ChangeRule Source(string id, string description) => new(id, ChangeClass.Source, IsBreaking: true, description);

    private static ChangeRule Behaviour(string id, string description, bool isBreaking = true) =>
        new(id, ChangeClass.Behaviour, isBreaking, description);
}
