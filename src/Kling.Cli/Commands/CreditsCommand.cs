using System.CommandLine;

namespace Kling.Cli;

/// <summary><c>kling credits</c>: prints the account's credits.</summary>
internal sealed class CreditsCommand : Command
{
    private readonly SegmindOptions _segmind = new();
    private readonly CliHost _host;
    private readonly Screen _screen;

    public CreditsCommand(CliHost host, Screen screen)
        : base("credits", "Prints the credits that the account has left. It is not billed.")
    {
        (_host, _screen) = (host, screen);
        _segmind.AddTo(this);
        SetAction(ShowAsync);
    }

    private async Task<int> ShowAsync(ParseResult parse, CancellationToken cancellationToken)
    {
        using Connection connection = _segmind.Connect(parse, _host);
        KlingCredits credits = await connection.Client.Account.GetCreditsAsync(cancellationToken);
        string free = credits.FreeCredits is { } amount ? $", {CostText.Amount(amount)} free credits" : "";
        _screen.Line($"{CostText.Amount(credits.Credits)} credits{free}");
        _screen.Document(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("credits", credits.Credits);
            ModelJson.WriteNumber(writer, "free_credits", credits.FreeCredits);
            writer.WriteEndObject();
        });
        return ExitCodes.Ok;
    }
}
