namespace Kling.SourceGenerator.Diagnostics;

/// <summary>
/// All diagnostics of schema files: one id per cause. Fields are named as the sentence that is true when the diagnostic is reported.
/// Diagnostics at schema files are configured in a <c>.globalconfig</c> or with <c>NoWarn</c>; <c>.editorconfig</c> does not affect them.
/// </summary>
internal static class SchemaDiagnostics
{
    public static readonly SchemaRule FileIsNotJson = Error("KLING001", "The schema file is not JSON", "{0}");

    public static readonly SchemaRule RootIsNotAnObjectSchema = Error("KLING002", "The schema does not describe an object", "{0}");

    public static readonly SchemaRule KeywordIsMisplaced = Warning(
        "KLING003",
        "The keyword is misspelled or misplaced",
        "The keyword '{0}' has no effect: {1}"
    );

    public static readonly SchemaRule DefaultIsNotUsable = Warning(
        "KLING004",
        "The default cannot be used",
        "The default {0} is ignored: {1}"
    );

    public static readonly SchemaRule SlugIsTaken = Error(
        "KLING005",
        "The slug is already used",
        "The slug '{0}' is already used by '{1}'; change one of the two: set KlingSlug on its item, set \"x-slug\", or rename the file"
    );

    public static readonly SchemaRule TypeNameIsTaken = Error(
        "KLING006",
        "The type name is already used",
        "The type '{0}' is already generated from '{1}'; rename one of the two: set KlingTypeName on its item, or set \"x-csharp-name\""
    );

    public static readonly SchemaRule LanguageVersionIsTooLow = Error(
        "KLING007",
        "The C# language version is too low",
        "Generated code needs C# 12, but this project is compiled as C# {0}; set <LangVersion>12</LangVersion> or newer"
    );

    public static readonly SchemaRule KeywordValueIsInvalid = Warning(
        "KLING008",
        "The keyword's value cannot be used",
        "This value of '{0}' is ignored: {1}"
    );

    public static readonly SchemaRule KeywordIsNotEnforced = Warning(
        "KLING009",
        "The keyword is not enforced",
        "The keyword '{0}' is not enforced: {1}"
    );

    public static readonly SchemaRule FileCannotBeRead = Error(
        "KLING010",
        "The schema file cannot be read",
        "The compiler could not read this file; check that it exists and is text"
    );

    public static readonly SchemaRule NameIsChanged = Info(
        "KLING011",
        "The name is changed",
        "'{0}' becomes '{1}' in C#, because '{2}' is already used; {3}"
    );

    public static readonly SchemaRule ReferenceIsNotResolved = Warning(
        "KLING012",
        "The reference cannot be resolved",
        "The reference '{0}' is not enforced: {1}"
    );

    public static readonly SchemaRule ReferenceIsCircular = Warning(
        "KLING013",
        "The reference is circular",
        "This reference leads back to its own schema for the same value, so it is not enforced"
    );

    public static readonly SchemaRule FileIsTooLarge = Error(
        "KLING014",
        "The schema file is too large",
        "The file has {0} characters, and at most {1} are allowed; remove what the schema does not need, such as embedded images"
    );

    public static readonly SchemaRule KeywordHasNoEffect = Info(
        "KLING015",
        "The keyword has no effect",
        "The keyword '{0}' has no effect: {1}"
    );

    public static readonly SchemaRule SchemaContradictsItself = Warning("KLING016", "The schema contradicts itself", "{0}");

    public static readonly SchemaRule ParameterIsNotDeclared = Warning("KLING017", "The required parameter is not declared", "{0}");

    public static readonly SchemaRule ExampleIsNotValid = Info(
        "KLING018",
        "The example is not valid",
        "The example {0} is not documented: {1}"
    );

    public static readonly SchemaRule SlugIsNotUsable = Error(
        "KLING019",
        "The slug cannot be used",
        "The slug {0} cannot be a segment of a path: {1}. {2}"
    );

    public static readonly SchemaRule NameIsShortened = Info(
        "KLING020",
        "The name is shortened",
        "{0} becomes '{1}' in C#, because a name has at most {2} characters; {3}"
    );

    public static readonly SchemaRule DuplicateHasNoEffect = Info(
        "KLING021",
        "The duplicate has no effect",
        "{0} is a duplicate in \"{1}\" and has no effect"
    );

    public static readonly SchemaRule SchemaIsInvalid = Warning(
        "KLING022",
        "The schema is not an object",
        "The schema of '{0}' is ignored, and any JSON is accepted: it must be an object, true or false{1}"
    );

    public static readonly SchemaRule NamespaceIsTooLong = Error(
        "KLING023",
        "The namespace is too long",
        "The namespace has {0} characters, and at most {1} are allowed; shorten KlingNamespace, or RootNamespace if it is derived from that"
    );

    public static readonly SchemaRule TypeIsMisspelled = Error(
        "KLING024",
        "The type is misspelled",
        "There is no type \"{0}\"; did you mean \"{1}\"?"
    );

    public static readonly SchemaRule FileDescribesSchemas = Info(
        "KLING309",
        "The file describes schema files",
        "No type is generated from this file: it describes schema files, so that editors complete them"
    );

    public static readonly SchemaRule ItemMetadataIsInvalid = Error(
        "KLING310",
        "The item's metadata cannot be used",
        "The metadata {0} of this file's KlingSchema item is '{1}'; it {2}"
    );

    private static SchemaRule Error(string id, string title, string message) => new(id, title, message, SchemaSeverity.Error);

    private static SchemaRule Warning(string id, string title, string message) => new(id, title, message, SchemaSeverity.Warning);

    private static SchemaRule Info(string id, string title, string message) => new(id, title, message, SchemaSeverity.Info);
}
