using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.AI;

namespace Kling;

/// <summary>A client's models for Microsoft.Extensions.AI: as tools of a chat, and as generators of images.</summary>
public static class KlingAIExtensions
{
    /// <summary>
    /// Creates tools from models: one for each model, which submits a job, and <c>kling_job</c>, which gets the status and the result of a
    /// job. Nothing is sent. Pass the tools to a chat client that invokes functions.
    /// </summary>
    /// <param name="client">The client that submits. The tools do not dispose it.</param>
    /// <param name="models">
    /// The models: a list of your own, or <c>KlingModels.All</c>, for which <see cref="KlingToolOptions.Compact"/> saves tokens.
    /// </param>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <returns>
    /// The tools. Their results are JSON objects with a <c>status</c>: violations of the schema, refused requests and failed jobs are
    /// results that the language model can read, not exceptions. A cancellation is an exception. The <c>GetService</c> of a model's tool
    /// returns its <see cref="KlingModel"/>.
    /// </returns>
    /// <exception cref="ArgumentException">Two models have the same slug.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static IReadOnlyList<AITool> AsAITools(this KlingClient client, IEnumerable<KlingModel> models, KlingToolOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(models);
        return new ToolList(client, (options ?? new KlingToolOptions()).Checked()).Create([.. models]);
    }

    /// <summary>
    /// Checks a call that waits for approval, before a person is asked: what it costs, and whether its arguments are valid. Nothing is
    /// sent.
    /// </summary>
    /// <param name="request">The request for approval, from the response of the chat client.</param>
    /// <param name="tools">The tools of the chat, with those of <see cref="AsAITools"/>.</param>
    /// <returns>The review, or <see langword="null"/> if the call is not of a tool that submits a job.</returns>
    public static KlingToolReview? Review(this ToolApprovalRequestContent request, IEnumerable<AITool> tools)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(tools);
        return
            request.ToolCall is FunctionCallContent call
            && tools.FirstOrDefault(tool => tool.Name == call.Name)?.GetService<SubmittingFunction>() is { } function
            ? new KlingToolReview(request, function.Check(call.Arguments ?? new Dictionary<string, object?>()))
            : null;
    }

    /// <summary>Creates a generator of images from a model. Nothing is sent.</summary>
    /// <param name="client">The client that submits. The generator does not dispose it.</param>
    /// <param name="model">The model. Its output must be an image.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentException">The model's output is not an image.</exception>
    [Experimental("MEAI001")]
    public static KlingImageGenerator AsImageGenerator(this KlingClient client, KlingModel model) => new(client, model);
}
