namespace Kling.Benchmarks.Waits;

/// <summary>Where all the waits are when their memory is measured and they are cancelled.</summary>
internal enum WaitState
{
    /// <summary>Before the first poll.</summary>
    FirstPause,

    /// <summary>Each job was asked about at least once.</summary>
    BetweenPolls,

    /// <summary>The server has asked for silence, and all stand in line for its end.</summary>
    InLine,

    /// <summary>All have asked, and the server does not answer.</summary>
    InFlight,
}
