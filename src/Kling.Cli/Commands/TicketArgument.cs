using System.CommandLine;

namespace Kling.Cli;

/// <summary>The id or the key of a ticket.</summary>
internal sealed class TicketArgument : Argument<string>
{
    public TicketArgument()
        : base("ticket") => Description = "The id of the ticket, as 'kling jobs list' prints it, or its key.";
}
