namespace Kling;

/// <summary>Whether a request of the history can be a submit.</summary>
internal enum HistoryMatch
{
    /// <summary>It is another one.</summary>
    No,

    /// <summary>It may be: something that would tell is missing or changed.</summary>
    Possible,

    /// <summary>Model, body and time are those of the submit. Another submit may have the same.</summary>
    Same,
}
