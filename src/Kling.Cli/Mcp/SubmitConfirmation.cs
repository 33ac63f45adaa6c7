using System.Globalization;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Kling.Cli;

/// <summary>
/// Asks before money is spent: the user, if the client can show a question. Otherwise the budget decides, which the user has set.
/// </summary>
internal sealed class SubmitConfirmation(McpContext context)
{
    private const string Question = "confirm";
    private const int LongestRequest = 600;

    /// <summary>Makes sure that the user wants the job.</summary>
    /// <param name="request">The call. It is made again, with the answer, when the user has answered.</param>
    /// <param name="wanted">The request of the job.</param>
    /// <param name="digest">Its digest.</param>
    /// <returns>A key that belongs to this confirmation.</returns>
    /// <exception cref="ToolRefusal">The user has refused, or the client cannot ask.</exception>
    /// <exception cref="InputRequiredException">The user must be asked. The library does it in the way of the protocol's version.</exception>
    public string Confirm(RequestContext<CallToolRequestParams> request, CheckedRequest wanted, string digest)
    {
        string now = context.Host.Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        if (!CanAsk(request.Server))
        {
            EnsureBudget(wanted);
            return Key(digest, now);
        }

        // The answer to another question, about another request or another price, is none.
        string price = Price(wanted);
        string asked = $"{digest} {price}";
        if (
            request.Params?.RequestState?.Split('\n', 2) is [var state, var time]
            && state == asked
            && request.Params.InputResponses?.TryGetValue(Question, out InputResponse? response) is true
        )
        {
            ElicitResult? answer = response.Deserialize(InputResponse.ElicitResultJsonTypeInfo);
            return answer is { IsAccepted: true }
                ? Key(digest, time)
                : throw new ToolRefusal(
                    "The user did not confirm the job. Nothing was sent, and nothing is billed. Do not submit it again unless the user asks for it."
                );
        }

        throw new InputRequiredException(
            new Dictionary<string, InputRequest>
            {
                [Question] = InputRequest.ForElicitation(
                    new ElicitRequestParams
                    {
                        Message = context.Host.WithoutKey(
                            $"{price} Submit it? The request: {JobReport.Shown(wanted.Body, LongestRequest)}"
                        ),
                        RequestedSchema = new ElicitRequestParams.RequestSchema(),
                    }
                ),
            },
            $"{asked}\n{now}"
        );
    }

    /// <summary>What the job will cost, in words.</summary>
    public string Price(CheckedRequest request) =>
        context.Connection.IsEmulator
            ? $"1 job of '{request.Model.Slug}' on the built-in emulator is not billed; at Segmind, its cost is: {request.Cost}."
            : Spending.Describe($"1 job of '{request.Model.Slug}' at {context.Connection.Place}", [request.Cost]);

    // Clients that know no other mode than forms name none.
    private static bool CanAsk(McpServer server) =>
        server.ClientCapabilities?.Elicitation is { } elicitation
        && (elicitation.Form is not null || elicitation.Url is null)
        && server.IsMrtrSupported;

    private void EnsureBudget(CheckedRequest wanted)
    {
        if (context.Ledger.Budget is null)
        {
            throw new ToolRefusal(
                $"{Price(wanted)} Nothing was sent: this client cannot ask the user for a confirmation, and the server has no budget. "
                    + "The user can allow spending by starting the server with --budget <usd>."
            );
        }

        if (SubmitLedger.Reserved(wanted.Cost) is null)
        {
            throw new ToolRefusal(
                $"The cost of a job of '{wanted.Model.Slug}' is not known, so no budget can limit it, and this client cannot ask the user for a confirmation. "
                    + "Nothing was sent. Choose a model whose cost is known."
            );
        }
    }

    private static string Key(string digest, string time) => $"mcp-{digest[..32]}-{time}";
}
