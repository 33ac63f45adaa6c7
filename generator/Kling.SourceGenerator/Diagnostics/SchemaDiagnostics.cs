namespace Kling.SourceGenerator.Diagnostics;

/// <summary>
/// Everything that can be said of a schema file: one id per cause. Fields are named as the sentence that is true when the
/// diagnostic is reported. Diagnostics at schema files are tuned in a <c>.globalconfig</c> or with <c>NoWarn</c>:
/// <c>.editorconfig</c> does not reach them.
/// </summary>
internal static class SchemaDiagnostics
{
    public static readonly SchemaRule FileIsNotJson = Error(
        "KLING001", "The schema file is not JSON", "{0}");

    public static readonly SchemaRule RootIsNotAnObjectSchema = Error(
        "KLING002", "The schema does not describe an object", "{0}");

    public static readonly SchemaRule KeywordIsUnknown = Warning(
        "KLING003", "The keyword is unknown", "The keyword '{0}' is unknown and has no effect{1}");

    public static readonly SchemaRule DefaultIsNotUsable = Warning(
        "KLING004", "The default cannot be used", "The default {0} is ignored: {1}");

    public static readonly SchemaRule SlugIsTaken = Error(
        "KLING005", "The slug is taken", "The slug '{0}' is already that of '{1}'; rename this file, or give one of them an \"x-slug\" of its own");

    public static readonly SchemaRule TypeNameIsTaken = Error(
        "KLING006", "The type name is taken", "The type '{0}' is already generated from '{1}'; give this schema an \"x-csharp-name\" of its own");

    public static readonly SchemaRule LanguageVersionIsTooLow = Error(
        "KLING007", "The C# language version is too low", "Generated code needs C# 12, but this project is compiled as C# {0}; set <LangVersion>12</LangVersion> or newer");

    public static readonly SchemaRule KeywordValueIsInvalid = Warning(
        "KLING008", "The keyword's value cannot be used", "The keyword '{0}' is ignored: {1}");

    public static readonly SchemaRule KeywordIsNotEnforced = Warning(
        "KLING009", "The keyword is not enforced", "The keyword '{0}' is not enforced: {1}");

    public static readonly SchemaRule FileCannotBeRead = Error(
        "KLING010", "The schema file cannot be read", "The compiler could not read this file; check that it exists and is text");

    public static readonly SchemaRule NameIsChanged = Info(
        "KLING011", "The name is changed", "'{0}' becomes '{1}' in C#, because '{2}' is taken; \"x-csharp-name\" gives it another");

    public static readonly SchemaRule ReferenceIsNotResolved = Warning(
        "KLING012", "The reference leads nowhere", "The reference '{0}' is not enforced: {1}");

    public static readonly SchemaRule ReferenceIsCircular = Warning(
        "KLING013", "The reference goes round in a circle", "The schema applies itself to the very value that it describes; that reference is not enforced");

    public static readonly SchemaRule FileIsTooLarge = Error(
        "KLING014", "The schema file is too large", "The file has {0} characters, and compiled code can hold at most {1}; move what is no schema out of it");

    private static SchemaRule Error(string id, string title, string message) => new(id, title, message, SchemaSeverity.Error);

    private static SchemaRule Warning(string id, string title, string message) => new(id, title, message, SchemaSeverity.Warning);

    private static SchemaRule Info(string id, string title, string message) => new(id, title, message, SchemaSeverity.Info);
}
