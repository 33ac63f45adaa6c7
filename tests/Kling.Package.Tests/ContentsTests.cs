using System.Text;
using System.Xml.Linq;

namespace Kling.Package.Tests;

/// <summary>What is in the packages: all that should be, and nothing else.</summary>
public sealed class ContentsTests(Packages packages)
{
    // A project that joins src/ joins these tests, and is missed here until its contents are approved.
    public static TheoryData<string> Ids => [.. Checkout.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_and_its_symbols_have_the_approved_contents(string id)
    {
        // The templates have no assembly.
        string symbols = id == "Kling.Templates" ? "" : string.Join('\n', Packages.Read(packages.Feed, id, "snupkg").Files);

        Approved.Match($"{Listing(Packages.Read(packages.Feed, id))}\nsymbols\n{symbols}\n", Path.Combine("Contents", id));
    }

    [Fact]
    public void The_package_is_the_same_without_a_build_and_as_the_next_version()
    {
        Assert.Equal(Listing(Packages.Read(packages.Feed, "Kling.Generated")), Listing(Packages.Read(packages.NextFeed, "Kling.Generated")));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_package_has_its_metadata(string id)
    {
        PackageFile package = Packages.Read(packages.Feed, id);

        Assert.Equal("MIT", package.Of("license")!.Value);
        Assert.Contains(package.Of("icon")!.Value, package.Files);
        Assert.Contains(package.Of("readme")!.Value, package.Files);
        Assert.NotEqual("", package.Of("description")!.Value);
        Assert.NotEqual("", package.Of("tags")!.Value);
        Assert.StartsWith("### Breaking changes from ", package.Of("releaseNotes")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_package_contains_a_path_of_the_build()
    {
        string[] places = [Checkout.Root.TrimEnd('/', '\\'), Path.GetDirectoryName(packages.Feed)!, Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + Path.DirectorySeparatorChar];
        byte[][] traces = [.. places.SelectMany(static place => new[] { Encoding.UTF8.GetBytes(place), Encoding.Unicode.GetBytes(place) })];

        foreach (PackageFile package in packages.All)
        {
            Assert.All(package.Entries, entry => Assert.All(traces, trace => Assert.True(
                entry.Value.AsSpan().IndexOf(trace) < 0, $"{entry.Key} of {package.Id} names '{Encoding.UTF8.GetString(trace)}'.")));
        }
    }

    /// <summary>The files, and on whom the package depends.</summary>
    private string Listing(PackageFile package)
    {
        string dependencies = string.Concat(package.Metadata.Descendants()
            .Where(static element => element.Name.LocalName == "dependency")
            .Select(static element => $"{element.Parent!.Attribute("targetFramework")!.Value} needs {string.Join(' ', element.Attributes().Select(Text))}\n")
            .Order(StringComparer.Ordinal));
        return (string.Join('\n', package.Files) + "\n" + dependencies)
            .Replace(packages.NextVersion, "{version}", StringComparison.Ordinal)
            .Replace(packages.Version, "{version}", StringComparison.Ordinal);
    }

    private static string Text(XAttribute attribute) => attribute.Name.LocalName == "id" ? attribute.Value : $"{attribute.Name.LocalName}={attribute.Value}";
}
