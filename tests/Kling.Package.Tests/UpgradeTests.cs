using System.Globalization;

namespace Kling.Package.Tests;

/// <summary>A project whose package is upgraded while the output of the last build lies about.</summary>
public sealed class UpgradeTests(Packages packages)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>Exe</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Kling.Generated" Version="$(KlingVersion)" />
          </ItemGroup>
        </Project>
        """;

    private const string Program = """
        using System.CodeDom.Compiler;
        using System.Reflection;

        Console.WriteLine(typeof(Kling.KlingClient).Assembly.GetName().Version);
        Console.WriteLine(typeof(Upgraded.Models.ClipRequest).GetCustomAttribute<GeneratedCodeAttribute>()!.Version);
        Console.WriteLine(new Upgraded.Models.ClipRequest { Prompt = "A clip." });
        """;

    private readonly string _folder = Path.Combine(packages.Users, "upgrade");

    [Fact]
    public async Task A_project_can_be_upgraded_to_the_next_version()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "kling-schemas"));
        await WriteAsync("Upgraded.csproj", Project);
        await WriteAsync("Program.cs", Program);
        await WriteAsync("nuget.config", $"""<configuration><packageSources><add key="next" value="{packages.NextFeed}" /></packageSources></configuration>""");
        await WriteAsync(Path.Combine("kling-schemas", "clip.json"), """{ "type": "object", "properties": { "prompt": { "type": "string" } }, "required": ["prompt"] }""");

        Assert.Equal(Expected(packages.Version), await BuildAndRunAsync(packages.Version));
        Assert.Equal(Expected(packages.NextVersion), await BuildAndRunAsync(packages.NextVersion));
    }

    /// <summary>The version of the runtime, that of the generator, and a request.</summary>
    private static string Expected(string packageVersion)
    {
        var version = Version.Parse(packageVersion);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            {{version.Major}}.{{version.Minor}}.{{version.Build}}.0
            {{version.Major}}.{{version.Minor}}.{{version.Build}}.0
            {"prompt":"A clip."}

            """);
    }

    private async Task<string> BuildAndRunAsync(string version)
    {
        (await DotnetRun.OfAsync(_folder, ["build", "-v:q", $"-p:KlingVersion={version}"], TestContext.Current.CancellationToken)).Succeeded();
        return (await DotnetRun.OfAsync(_folder, [Path.Combine("bin", "Debug", "net10.0", "Upgraded.dll")], TestContext.Current.CancellationToken)).Succeeded().Output;
    }

    private Task WriteAsync(string file, string text) => File.WriteAllTextAsync(Path.Combine(_folder, file), text, TestContext.Current.CancellationToken);
}
