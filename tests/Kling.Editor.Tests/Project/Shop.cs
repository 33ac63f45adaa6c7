using Storefront.Models;

namespace Storefront;

internal static class Shop
{
    public static StorefrontClipRequest Clip() => new()
    {
        Caption = "New in store",
        Speed = 1.5,
        Mood = StorefrontClipMood.Calm,
    };
}
