open Kling
open Kling.Models

let builder = KlingO3Text2VideoRequest.CreateBuilder("An eagle.").WithDuration(KlingO3Text2VideoDuration.Seconds10)
printfn $"{builder.Build()}"

try
    builder.WithCfgScale(7.0).Build() |> ignore
with :? KlingValidationException as refused ->
    for violation in refused.Violations do
        printfn $"{violation}"
