using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kling.SourceGenerator.Analyzers;

/// <summary>Which members and calls of the framework give a path of this machine, whatever it is.</summary>
internal static class LocalPaths
{
    /// <summary>How people call what has the path of a directory.</summary>
    private static readonly string[] Directories = ["folder", "directory", "dir"];

    /// <summary>Whether a property's value is a path.</summary>
    public static bool IsPath(ISymbol? member) =>
        member is IPropertySymbol { ContainingType.Name: var type, Name: var name }
        && (type, name)
            is ("FileSystemInfo" or "FileInfo" or "DirectoryInfo", "FullName")
                or ("FileInfo", "DirectoryName")
                or ("FileStream", "Name")
                or ("AppContext" or "AppDomain", "BaseDirectory")
                or ("Environment", "CurrentDirectory" or "SystemDirectory" or "ProcessPath")
                or ("IHostEnvironment", "ContentRootPath")
                or ("IWebHostEnvironment", "WebRootPath");

    /// <summary>Whether a call gives a path, unless it puts one together.</summary>
    public static bool IsPath(IMethodSymbol method) =>
        (method.ContainingType.Name, method.Name)
            is ("Path", "GetFullPath" or "GetTempPath" or "GetTempFileName")
                or ("Environment", "GetFolderPath")
                or ("Directory", "GetCurrentDirectory");

    /// <summary>Whether a call puts a path together of its arguments. Some use it for URLs, too.</summary>
    public static bool Combines(IMethodSymbol method) =>
        method is { Name: "Combine" or "Join", IsStatic: true, ContainingType: { Name: "Path", ContainingNamespace.Name: "IO" } };

    /// <summary>Whether a text that is known, or the beginning of one, is or begins a path.</summary>
    public static bool Begins(string text) =>
        (text.Length > 2 && char.IsLetter(text[0]) && text[1] == ':' && text[2] is '\\' or '/')
        || text.StartsWith("\\\\", StringComparison.Ordinal)
        || text.StartsWith("~/", StringComparison.Ordinal)
        || text.StartsWith("./", StringComparison.Ordinal)
        || text.StartsWith("../", StringComparison.Ordinal)
        || text.StartsWith(".\\", StringComparison.Ordinal)
        || text.StartsWith("..\\", StringComparison.Ordinal);

    /// <summary>Whether a name is one of a directory.</summary>
    public static bool IsDirectory(ExpressionSyntax name) =>
        name switch
        {
            IdentifierNameSyntax identifier => IsDirectory(identifier.Identifier.ValueText),
            MemberAccessExpressionSyntax access => IsDirectory(access.Name.Identifier.ValueText),
            _ => false,
        };

    private static bool IsDirectory(string name) =>
        Directories.Any(directory => name.EndsWith(directory, StringComparison.OrdinalIgnoreCase));
}
