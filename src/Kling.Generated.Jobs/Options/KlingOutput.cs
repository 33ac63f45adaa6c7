namespace Kling;

/// <summary>One output of a completed job.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Media">The file: save it or read it as a stream.</param>
/// <param name="Index">Its index among the outputs of the job, from 0.</param>
/// <param name="Count">How many outputs the job has.</param>
public sealed record KlingOutput(KlingTicket Ticket, KlingMedia Media, int Index, int Count);
