using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Kling.Cli;

/// <summary>
/// Reads schema files of a git revision with the command <c>git</c>: <c>&lt;revision&gt;:&lt;path&gt;</c>, as <c>git show</c> takes it.
/// </summary>
internal static class GitRevision
{
    /// <summary>The files and their texts.</summary>
    /// <exception cref="CliFailure">git is not installed, or the revision or the path in it does not exist.</exception>
    public static async Task<IReadOnlyList<(string Name, string Text)>> ReadAsync(
        string argument,
        CliHost host,
        CancellationToken cancellationToken
    )
    {
        if (argument[0] == '-')
        {
            throw new CliFailure(ExitCodes.Usage, $"'{argument}' is not a file, a folder or <revision>:<path>");
        }

        string kind = (await RunAsync(["cat-file", "-t", argument], argument, host, cancellationToken)).Trim();
        if (kind == "blob")
        {
            return [(argument, await RunAsync(["cat-file", "blob", argument], argument, host, cancellationToken))];
        }

        string[] listing = ["ls-tree", "-r", "-z", "--full-tree", "--name-only", argument];
        string list = await RunAsync(listing, argument, host, cancellationToken);
        string folder = argument.EndsWith(':') || argument.EndsWith('/') ? argument : argument + "/";
        List<(string, string)> files = [];
        string[] names = list.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        bool isProject = names.Any(static name => !name.Contains('/') && name.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase));
        foreach (string name in names.Where(name => IsSchema(name, isProject)).Order(StringComparer.Ordinal))
        {
            files.Add((folder + name, await RunAsync(["cat-file", "blob", folder + name], folder + name, host, cancellationToken)));
        }

        return files;
    }

    /// <summary>The rules of a build for the files of a folder.</summary>
    private static bool IsSchema(string path, bool isProject) =>
        path.EndsWith(Ending(path, isProject), StringComparison.Ordinal)
        && !path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)
        && !path.Split('/')[..^1].Any(static folder => folder.StartsWith('.'))
        && !(isProject && path.Split('/')[0] is "bin" or "obj");

    private static string Ending(string path, bool isProject) =>
        isProject && !path.StartsWith("kling-schemas/", StringComparison.Ordinal) ? ".kling.json" : ".json";

    private static async Task<string> RunAsync(string[] arguments, string what, CliHost host, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = host.FullPath("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        try
        {
            using Process git =
                Process.Start(start) ?? throw new CliFailure(ExitCodes.Usage, $"'{what}' cannot be read: git could not be started");
            Task<string> error = git.StandardError.ReadToEndAsync(cancellationToken);
            string output = await git.StandardOutput.ReadToEndAsync(cancellationToken);
            await git.WaitForExitAsync(cancellationToken);
            return git.ExitCode == 0
                ? output.TrimStart('\uFEFF')
                : throw new CliFailure(ExitCodes.Usage, $"'{what}' cannot be read by git: {(await error).Trim()}");
        }
        catch (Win32Exception e)
        {
            throw new CliFailure(
                ExitCodes.Usage,
                $"'{what}' is not a file or folder, and git could not be started to read it. Install git, or give a file or folder",
                e
            );
        }
    }
}
