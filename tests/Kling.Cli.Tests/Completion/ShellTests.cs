using System.ComponentModel;
using System.Diagnostics;

namespace Kling.Cli.Tests;

/// <summary>The scripts of <c>kling completion</c> in real shells, which call the built command.</summary>
public sealed class ShellTests
{
    // What bash does when Tab is pressed.
    private const string PressTab = """
        kling() { dotnet "$KLING" "$@"; }
        tab() {
            COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY=()
            $(complete -p kling | sed 's/.*-F \([^ ]*\) .*/\1/') kling
            printf '%s|' "${COMPREPLY[@]}"
            echo
        }
        source kling.bash
        tab 'kling run kling-o3-text2video --prompt "An eagle" --dur'
        tab 'kling run kling-o3-text2video --aspect-ratio 16:'
        tab 'kling run kling-o3-text2video --aspect-ratio=1'
        tab 'kling upload fi'
        """;

    // Zsh completes only in a terminal, so another zsh types for it. It takes the first match; Ctrl+T shows what the line has become.
    private const string TypeInZsh = """
        zmodload zsh/zpty
        zpty shell zsh -f -i
        zpty -w shell 'autoload -Uz compinit; compinit -D -u; kling() { dotnet $KLING "$@"; }; source kling.zsh; setopt menu_complete; show() { print -r -- $BUFFER >> lines; BUFFER=; }; zle -N show; bindkey "^T" show; PS1="rea""dy"'
        zpty -r shell output '*ready*'
        for line in 'kling run kling-o3-text2video --prompt "An eagle" --dur' 'kling run kling-o3-text2video --aspect-ratio 16:' 'kling upload fi'; do
            zpty -w -n shell $line$'\t\x14'
        done
        zpty -w shell exit
        while zpty -r shell output; do :; done
        cat lines
        """;

    [Fact]
    public async Task Bash_completes_options_values_and_files()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "This test needs bash.");

        string output = await RunAsync("bash", "kling.bash", ["-c", PressTab]);

        Assert.Equal("--duration|\n9|\n16:9|1:1|\nfirst frame.png|\n", output);
    }

    [Fact]
    public async Task Zsh_completes_options_values_and_files()
    {
        string output = await RunAsync("zsh", "kling.zsh", ["-f", "-c", TypeInZsh]);

        Assert.Equal(
            """
            kling run kling-o3-text2video --prompt "An eagle" --duration 
            kling run kling-o3-text2video --aspect-ratio 16:9 
            kling upload first\ frame.png 

            """,
            output);
    }

    [Fact]
    public async Task Fish_completes_values()
    {
        string output = await RunAsync(
            "fish",
            "kling.fish",
            ["--no-config", "-c", """function kling; dotnet $KLING $argv; end; source kling.fish; complete -C "kling run kling-o3-text2video --aspect-ratio=1" """]);

        Assert.Equal("--aspect-ratio=16:9\n--aspect-ratio=1:1\n", output);
    }

    private static async Task<string> RunAsync(string shell, string script, string[] args)
    {
        using var cli = new Cli();
        _ = cli.Write(script, (await cli.RunAsync("completion", shell)).Out);
        _ = cli.Write("first frame.png", "");
        var start = new ProcessStartInfo(shell, args) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = cli.Folder };
        start.Environment["KLING"] = Path.Combine(AppContext.BaseDirectory, "kling.dll");
        start.Environment["HOME"] = cli.Folder;
        using Process? process = Start(start);
        if (process is null)
        {
            string reason = $"The program '{shell}' is missing: install the package '{shell}'.";
            Assert.False(Environment.GetEnvironmentVariable("KLING_REQUIRE_SHELLS") == "1", reason);
            Assert.Skip(reason);
        }

        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await errors);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    private static Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
