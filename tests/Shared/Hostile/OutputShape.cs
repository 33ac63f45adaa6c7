namespace Kling.Tests.Hostile;

/// <summary>In what shape the result names its file.</summary>
internal enum OutputShape
{
    Url,
    Media,
    List,
    MediaList,
    Relative,
    Nested,
    Data,
}
