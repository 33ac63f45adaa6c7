using System.Reflection;

namespace Kling.Studio.Tests.Page;

/// <summary>The files of the repository.</summary>
internal static class Checkout
{
    public static string Root { get; } = typeof(Checkout).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!;
}
