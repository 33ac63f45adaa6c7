namespace Kling.Cli.Tests;

/// <summary>One made-up model's page in both layouts in which pages are copied: they say the same.</summary>
internal static class TestPage
{
    public const string Slug = "acme-wave";

    public const string Spaced = """
        Acme Wave Serverless API

        Makes waves.

        ~12.50s
        POST /v2/acme-wave · submit + poll
         1# pip install "segmind>=1.1.0"
         2payload = {
         3    "prompt": "A wave.",
         4    "calm": False,
         5    "style": "soft",
         6}
         7# the end

        API Endpoint

        POSThttps://api.segmind.com/v1/acme-wave

        Parameters

        promptrequired
        string

        Describe the wave.

        calmoptional
        boolean

        Whether it is calm.

        Default: true
        heightoptional
        integer

        Height in metres.

        Default: 2Range: 1 - 9
        layersoptional
        object[]

        What lies on it. Max 4 layers.

        Array items:
        imagerequired
        string (uri)

        alphaoptional
        number

        Between 0 and 1.

        styleoptional
        string

        How it looks.

        Default: "soft"
        Allowed values :
        Soft light"soft"
        Hard light"hard"

        Response Type

        Returns: Image

        Asynchronous requests (v2)

        Use Async for long-running workloads.

        """;

    public const string Joined = """
        Acme Wave Serverless API
        Makes waves.
        ~12.50s
        POST /v2/acme-wave · submit + poll 1# pip install "segmind>=1.1.0"
        2payload = {
        3 "prompt": "A wave.",
        4 "calm": False,
        5 "style": "soft",
        6}
        7# the endAPI Endpoint
        https://api.segmind.com/v1/acme-waveParameters
        promptrequiredstringDescribe the wave.
        calmoptionalbooleanWhether it is calm.
        trueheightoptionalintegerHeight in metres.
        2Range: 1 - 9layersoptionalobject[]What lies on it. Max 4 layers.
        imagerequiredstring (uri)alphaoptionalnumberBetween 0 and 1.
        styleoptionalstringHow it looks.
        "soft"Soft light"soft"Hard light"hard"
        Response Type
        Returns: Image
        Asynchronous requests (v2)
        Use Async for long-running workloads.

        """;

    /// <summary>The same with the words before default and values.</summary>
    public const string JoinedWithWords = """
        Acme Wave Serverless API
        Makes waves.
        ~12.50s
        POST /v2/acme-wave · submit + poll 1# pip install "segmind>=1.1.0"
        2payload = {
        3 "prompt": "A wave.",
        4 "calm": False,
        5 "style": "soft",
        6}
        7# the endAPI Endpoint
        POST
        https://api.segmind.com/v1/acme-waveParameters
        promptrequiredstringDescribe the wave.
        calmoptionalbooleanWhether it is calm.
        Default:
        trueheightoptionalintegerHeight in metres.
        Default:
        2Range: 1 - 9layersoptionalobject[]What lies on it. Max 4 layers.
        imagerequiredstring (uri)alphaoptionalnumberBetween 0 and 1.
        styleoptionalstringHow it looks.
        Default:
        "soft"Allowed values :
        Soft light"soft"Hard light"hard"
        Response Type
        Returns: Image
        Asynchronous requests (v2)
        Use Async for long-running workloads.

        """;

    /// <summary>A page in the oldest layout, which has no list of objects and prints less.</summary>
    public const string Oldest = """
        POST
        1 2 3 const url = "https://api.segmind.com/v1/acme-wave"; const data = { "prompt": "A wave.", "image_url": "https://example.com/a.png" };
        RESPONSE
        image/jpeg
        HTTP Response Codes
        200 - OKMade

        Attributes


        promptstr *

        Describe the wave.


        image_urlimage ( default: 1 )

        What lies on it.


        calmboolean ( default: True )

        Whether it is calm.


        heightint ( default: 2 ) Affects Pricing

        Height in metres.

        min : 1,

        max : 9


        speedfloat ( default: 0.5 )

        How fast it moves.

        max : 1


        styleenum:str ( default: soft )

        How it looks.

        Allowed values:

        soft

        hard

        Watch the x-remaining-credits header.

        """;

    /// <summary>What both pages become.</summary>
    public const string Schema = """
        {
          "$schema": "./kling-model.schema.json",
          "title": "Acme Wave",
          "description": "Makes waves.",
          "type": "object",
          "x-output": "image",
          "x-status": "complete",
          "x-typical-seconds": 12.5,
          "x-source": "https://www.segmind.com/models/acme-wave",
          "properties": {
            "prompt": {
              "type": "string",
              "description": "Describe the wave."
            },
            "calm": {
              "type": "boolean",
              "description": "Whether it is calm.",
              "default": true
            },
            "height": {
              "type": "integer",
              "description": "Height in metres.",
              "default": 2,
              "minimum": 1,
              "maximum": 9
            },
            "layers": {
              "type": "array",
              "description": "What lies on it. Max 4 layers.",
              "$comment": "The page says \"Max 4 layers.\" This may be a limit, but the schema has none. If so, write \"maxItems\": 4.",
              "items": {
                "type": "object",
                "properties": {
                  "image": {
                    "type": "string",
                    "format": "uri"
                  },
                  "alpha": {
                    "type": "number",
                    "description": "Between 0 and 1.",
                    "$comment": "The page says \"Between 0 and 1.\" This may be a limit, but the schema has none. If so, write \"minimum\": 0, \"maximum\": 1."
                  }
                },
                "required": ["image"]
              }
            },
            "style": {
              "type": "string",
              "description": "How it looks.",
              "enum": ["soft", "hard"],
              "x-enum-names": ["SoftLight", "HardLight"],
              "default": "soft"
            }
          },
          "required": ["prompt"]
        }

        """;

    public static TheoryData<string> Layouts => [Spaced, Joined, JoinedWithWords];

    /// <summary>The oldest layout too, which says other things.</summary>
    public static TheoryData<string> AllLayouts => [Spaced, Joined, JoinedWithWords, Oldest];

    /// <summary>The spaced page with another text in it.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Spaced, StringComparison.Ordinal);
        return Spaced.Replace(old, replacement, StringComparison.Ordinal);
    }
}
