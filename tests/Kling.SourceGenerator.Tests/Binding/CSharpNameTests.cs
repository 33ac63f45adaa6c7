using Kling.SourceGenerator.Binding;

namespace Kling.SourceGenerator.Tests.Binding;

public sealed class CSharpNameTests
{
    [Theory]
    [InlineData("kling-o3-image2video", "KlingO3Image2Video")]
    [InlineData("kling-3-pro-image2video", "Kling3ProImage2Video")]
    [InlineData("kling-o1-image-to-video", "KlingO1ImageToVideo")]
    [InlineData("kling-1.6-text2video", "Kling1_6Text2Video")]
    [InlineData("v1.", "V1")]
    [InlineData("1.5", "1_5")]
    [InlineData("a.5", "A5")]
    [InlineData("end_image_url", "EndImageUrl")]
    [InlineData("endImageURL", "EndImageURL")]
    [InlineData("  spaced  out ", "SpacedOut")]
    [InlineData("cfg__scale", "CfgScale")]
    [InlineData("größe", "Größe")]
    [InlineData("e\u0301te\u0301", "Été")]
    [InlineData("\u0301x", "X")]
    [InlineData("名前", "名前")]
    [InlineData("😀 smile", "Smile")]
    [InlineData("a\u200db", "AB")]
    [InlineData("+-*/", "")]
    [InlineData("", "")]
    public void A_word_begins_at_every_sign_and_where_digits_end(string text, string name) => Assert.Equal(name, CSharpName.Pascal(text));

    [Theory]
    [InlineData("class", "Class")]
    [InlineData("3d_model", "_3DModel")]
    [InlineData("1", "_1")]
    [InlineData("+", "Fallback")]
    [InlineData("", "Fallback")]
    public void A_name_can_always_be_written(string text, string expected) =>
        Assert.Equal(expected, CSharpName.Identifier(text, "Fallback"));

    [Theory]
    [InlineData("std", "Std")]
    [InlineData("16:9", "AspectRatio16x9")]
    [InlineData("a:9", "A9")]
    [InlineData("720p", "AspectRatio720p")]
    [InlineData("4K", "AspectRatio4K")]
    [InlineData("-1", "Minus1")]
    [InlineData("a-1", "A1")]
    [InlineData("a -1", "AMinus1")]
    [InlineData("--1", "Minus1")]
    [InlineData("1.5", "AspectRatio1_5")]
    [InlineData("gpt-4o", "Gpt4o")]
    [InlineData("", "Empty")]
    [InlineData("+", "AspectRatio")]
    [InlineData("true", "True")]
    public void A_member_of_an_enum_is_named_after_its_value(string value, string name) => Assert.Equal(name, CSharpName.EnumMember(value, "AspectRatio"));

    [Theory]
    [InlineData("Elements", "Element")]
    [InlineData("Properties", "Property")]
    [InlineData("Ies", "Ie")]
    [InlineData("Class", null)]
    [InlineData("Status", null)]
    [InlineData("Axis", null)]
    [InlineData("MultiPrompt", null)]
    [InlineData("S", null)]
    public void A_plural_loses_its_ending(string plural, string? singular) => Assert.Equal(singular, CSharpName.Singular(plural));

    [Theory]
    [InlineData("Acme.Models", "Acme.Models")]
    [InlineData("my-app", "my_app")]
    [InlineData("1st", "_1st")]
    [InlineData("a.class.b", "a.@class.b")]
    [InlineData("a..b", "a._.b")]
    [InlineData("", "_")]
    public void A_namespace_can_always_be_written(string name, string expected) => Assert.Equal(expected, CSharpName.Namespace(name));

    [Theory]
    [InlineData("Name", true, true)]
    [InlineData("名前", true, true)]
    [InlineData("name", true, false)]
    [InlineData("_name", true, false)]
    [InlineData("class", false, false)]
    [InlineData("3d", false, false)]
    [InlineData("a b", false, false)]
    [InlineData("Fo\u200do", false, false)]
    [InlineData("E\u0301", false, false)]
    [InlineData("", false, false)]
    public void A_given_name_is_held_to_what_the_emitters_need(string name, bool isIdentifier, bool isMemberName)
    {
        Assert.Equal(isIdentifier, CSharpName.IsIdentifier(name));
        Assert.Equal(isMemberName, CSharpName.IsMemberName(name));
    }
}
