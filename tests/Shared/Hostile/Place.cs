namespace Kling.Tests.Hostile;

/// <summary>Which request goes wrong.</summary>
internal enum Place
{
    Submit,
    Status,
    Result,
    File,
}
