using Kling.SourceGenerator.Binding.Names;

namespace Kling.SourceGenerator.Tests.Binding;

public sealed class NameScopeTests
{
    [Fact]
    public void A_free_name_is_used_unchanged() => Assert.Equal("Mode", new NameScope([]).Claim("Mode"));

    [Fact]
    public void Names_that_differ_only_in_case_clash()
    {
        var scope = new NameScope(["Equals"]);
        Assert.Equal("equals2", scope.Claim("equals"));
        Assert.Equal("X", scope.Claim("X"));
        Assert.Equal("x2", scope.Claim("x"));
        Assert.Equal("X3", scope.Claim("X"));
    }

    [Fact]
    public void The_alternative_name_is_tried_before_a_number_is_appended()
    {
        var scope = new NameScope(["Equals"]);
        Assert.Equal("EqualsParameter", scope.Claim("Equals", "EqualsParameter"));
        Assert.Equal("Equals2", scope.Claim("Equals", "EqualsParameter"));
    }

    [Fact]
    public void A_number_is_kept_apart_from_digits()
    {
        var scope = new NameScope([]);
        Assert.Equal("Seconds1", scope.Claim("Seconds1"));
        Assert.Equal("Seconds1_2", scope.Claim("Seconds1"));
    }
}
