namespace Kling.Tests.Hostile;

/// <summary>What a client may make of a response.</summary>
internal enum Effect
{
    /// <summary>The truth: odd, but there is only one way to read it.</summary>
    Truth,

    /// <summary>Nothing: a read is made again; of a submit, nobody knows what has come.</summary>
    Nothing,

    /// <summary>A refusal. Nothing was taken, and a wait may give up after the third.</summary>
    Refusal,

    /// <summary>A refusal of a submit that may be made again.</summary>
    Later,

    /// <summary>Any of these: it depends on how strictly HTTP is read.</summary>
    Any,
}
