using Microsoft.CodeAnalysis;

namespace Kling.SourceGenerator.Diagnostics;

/// <summary>
/// The diagnostics of values in code: one id per cause, configured in <c>.editorconfig</c>. An error means that the server would certainly
/// refuse the request. Facts that a fix needs are in the diagnostic's properties, under the names below.
/// </summary>
internal static class ConstraintDiagnostics
{
    public const string Category = "Kling.Constraints";

    /// <summary>Property: the nearest bound that is allowed, as a C# literal.</summary>
    public const string Limit = "Limit";

    /// <summary>Property: the name that was probably meant: an enum's member, a property.</summary>
    public const string Nearest = "Nearest";

    /// <summary>Property: how many there are, as digits.</summary>
    public const string Count = "Count";

    /// <summary>Property: the value is the path of a local file, or a URL of one.</summary>
    public const string LocalFile = "LocalFile";

    public static readonly DiagnosticDescriptor NumberIsBelowMinimum = Error(
        "KLING101",
        "The number is too small",
        "{0} is too small for '{1}': the value must be {2}"
    );

    public static readonly DiagnosticDescriptor NumberIsAboveMaximum = Error(
        "KLING102",
        "The number is too large",
        "{0} is too large for '{1}': the value must be {2}"
    );

    public static readonly DiagnosticDescriptor NumberIsNotAMultiple = Error(
        "KLING103",
        "The number is not a multiple",
        "{0} is not a multiple of {2}; '{1}' must be one"
    );

    public static readonly DiagnosticDescriptor TextIsTooShort = Error(
        "KLING104",
        "The text is too short",
        "The text has {0}; '{1}' must have at least {2}"
    );

    public static readonly DiagnosticDescriptor TextIsTooLong = Error(
        "KLING105",
        "The text is too long",
        "The text has {0}; '{1}' must have at most {2}"
    );

    public static readonly DiagnosticDescriptor PatternIsNotMatched = Warning(
        "KLING106",
        "The text does not match the pattern",
        "'{0}' does not match the pattern of '{1}': {2}"
    );

    public static readonly DiagnosticDescriptor FormatIsViolated = Error(
        "KLING107",
        "The text does not match its format",
        "'{0}' is not valid for '{1}': it is {2}"
    );

    public static readonly DiagnosticDescriptor EnumValueIsUndefined = Error(
        "KLING108",
        "The enum value is undefined",
        "{0} {2}; assign a named member to '{1}'"
    );

    public static readonly DiagnosticDescriptor TooFewElements = Error(
        "KLING109",
        "The list has too few items",
        "The list has {0}; '{1}' must have at least {2}"
    );

    public static readonly DiagnosticDescriptor TooManyElements = Error(
        "KLING110",
        "The list has too many items",
        "The list has {0}; '{1}' must have at most {2}"
    );

    public static readonly DiagnosticDescriptor ElementStandsTwice = Error(
        "KLING111",
        "The list contains a duplicate",
        "{0} is a duplicate; '{1}' must not contain duplicates"
    );

    public static readonly DiagnosticDescriptor MarkerLeadsNowhere = Warning(
        "KLING112",
        "The marker refers to an item that does not exist",
        "The text refers to {0}, but {1}"
    );

    public static readonly DiagnosticDescriptor DependentIsMissing = Error(
        "KLING113",
        "A parameter that another one requires is missing",
        "'{1}' is required, because '{0}' is set"
    );

    public static readonly DiagnosticDescriptor KeyShadowsParameter = Error(
        "KLING114",
        "The key is a declared parameter",
        "'{0}' is a declared parameter; assign '{1}' instead"
    );

    public static readonly DiagnosticDescriptor KeyMisspellsParameter = Warning(
        "KLING115",
        "The key misspells a declared parameter",
        "'{0}' is not a declared parameter; did you mean '{2}' (property '{1}')?"
    );

    public static readonly DiagnosticDescriptor IsDeprecated = Warning("KLING116", "The model or parameter is deprecated", "{0}");

    public static readonly DiagnosticDescriptor SlugIsTakenByReference = Warning(
        "KLING117",
        "A referenced assembly uses the same slug",
        "The slug '{0}' is already used by '{1}' in '{2}'; give this schema another \"x-slug\", or use that type"
    );

    public static readonly DiagnosticDescriptor NumberIsNotFinite = Error(
        "KLING118",
        "The number is not finite",
        "{0} is not allowed for '{1}': {2}"
    );

    public static readonly DiagnosticDescriptor ItemIsNotNamed = Info(
        "KLING119",
        "No text refers to the item",
        "'{0}' does not refer to this item of '{1}'; refer to it as {2}"
    );

    public static readonly DiagnosticDescriptor ModelIsRetired = Warning(
        "KLING120",
        "The model is retired or deprecated",
        "The model '{0}' is {1}; use '{2}' instead"
    );

    public static readonly DiagnosticDescriptor ModelIsReplaced = Info(
        "KLING121",
        "The model is replaced",
        "The model '{0}' is still served, but replaced by '{1}'; use '{1}' in new code"
    );

    public static readonly DiagnosticDescriptor SuccessorIsInvalid = Warning(
        "KLING122",
        "The successor does not match",
        "A part of 'x-replaced-by' cannot be used: {0}"
    );

    public static readonly DiagnosticDescriptor SuccessorIsUnknown = Info(
        "KLING123",
        "The successor is unknown",
        "No model of this project or its references has the slug '{0}'; add its schema file, so that requests can be moved to it"
    );

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Info(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Info);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: HelpLinks.For(id));
}
