using Microsoft.CodeAnalysis.CSharp;

namespace Kling.SourceGenerator.Tests;

public sealed class FloorTests
{
    [Fact]
    public void The_tests_run_on_the_oldest_compiler_that_is_supported() =>
        Assert.Equal(new Version(4, 8, 0, 0), typeof(CSharpCompilation).Assembly.GetName().Version);
}
