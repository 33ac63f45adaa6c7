using System.Globalization;
using System.Reflection;
using Kling.Models;

namespace WebApi;

/// <summary>A request that is not read from JSON: nothing but its attributes can refuse it.</summary>
public sealed record Draft(KlingO3Text2VideoRequest Request)
{
    public static ValueTask<Draft> BindAsync(HttpContext context, ParameterInfo _) => ValueTask.FromResult(new Draft(new KlingO3Text2VideoRequest
    {
        Prompt = context.Request.Query["prompt"].ToString(),
        CfgScale = double.Parse(context.Request.Query["cfg_scale"].ToString(), CultureInfo.InvariantCulture),
    }));
}
