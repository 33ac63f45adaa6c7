namespace Kling.Tests;

public sealed class InsecureHostTests
{
    [Theory]
    [InlineData("http://emulator:5080", "emulator")]
    [InlineData("http://EMULATOR:5080/prefix", "emulator")]
    [InlineData("http://emulator:5080", "Emulator.")]
    [InlineData("http://emulator.:5080", "emulator")]
    [InlineData("http://my_emulator:5080", "my_emulator")]
    [InlineData("http://host.docker.internal", "host.docker.internal")]
    [InlineData("http://172.17.0.2:32768", "172.17.0.2")]
    [InlineData("http://[fd00::2]:5080", "fd00::2")]
    [InlineData("http://[fd00:0::2]:5080", "[fd00::2]")]
    [InlineData("http://b\u00fccher.test", "xn--bcher-kva.test")]
    public async Task Http_is_allowed_for_a_host_that_the_options_name(string address, string host)
    {
        using var stage = new Stage(options => (options.BaseAddress, options.InsecureHosts) = (new Uri(address), [host]));

        KlingJob job = await stage.SubmitAsync();

        Assert.Equal(new Uri(address).Authority, Assert.Single(stage.Server.Posts).Uri.Authority);
        Assert.Equal(job.RequestId, stage.Client.GetJob(job.ToToken()).RequestId);
    }

    [Theory]
    [InlineData("http://emulator:5080")]
    [InlineData("http://emulator:5080", "other")]
    [InlineData("http://emulator.evil.example", "emulator")]
    [InlineData("http://evil.emulator", "emulator")]
    [InlineData("http://172.17.0.21", "172.17.0.2")]
    public void Http_is_refused_for_every_other_host_and_the_error_names_the_option(string address, params string[] hosts)
    {
        var options = new KlingClientOptions { BaseAddress = new Uri(address), InsecureHosts = hosts };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new KlingClient("key", options));

        Assert.Contains($"KlingClientOptions.InsecureHosts: add '{new Uri(address).Host}' there", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("segmind.com")]
    [InlineData("api.segmind.com")]
    [InlineData("API.Segmind.COM")]
    [InlineData("api.segmind.com.")]
    [InlineData("segmind.com..")]
    [InlineData("a.b.segmind.com")]
    [InlineData("\uff53\uff45\uff47\uff4d\uff49\uff4e\uff44.com")]
    [InlineData("api\u3002segmind\u3002com")]
    [InlineData("api.segm\u0131nd.com", false)]
    [InlineData("notsegmind.com", false)]
    [InlineData("segmind.com.evil.example", false)]
    public void Http_is_never_allowed_for_Segmind_in_any_spelling(string host, bool isSegmind = true)
    {
        var options = new KlingClientOptions { InsecureHosts = [host] };
        if (!isSegmind)
        {
            using var client = new KlingClient("key", options);
            return;
        }

        _ = Assert.Throws<ArgumentException>("InsecureHosts", () => new KlingClient("key", options));
        if (Uri.TryCreate($"http://{host}/", UriKind.Absolute, out Uri? address))
        {
            Assert.False(PlainHttp.IsAllowed(address, [host, address.IdnHost]));
            Assert.EndsWith("never for Segmind.", PlainHttp.Advice(address), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("*.internal")]
    [InlineData("http://emulator")]
    [InlineData("emulator:5080")]
    [InlineData("emulator/path")]
    [InlineData("user@emulator")]
    [InlineData(" emulator")]
    public void An_invalid_host_name_is_refused(string host)
    {
        var options = new KlingClientOptions { InsecureHosts = [host] };

        ArgumentException error = Assert.Throws<ArgumentException>("InsecureHosts", () => new KlingClient("key", options));

        Assert.Contains($"'{host}' is not a host name", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_upload_address_follows_the_same_rule()
    {
        var options = new KlingClientOptions { UploadAddress = new Uri("http://storage:9000/put") };

        ArgumentException error = Assert.Throws<ArgumentException>(() => new KlingClient("key", options));
        options.InsecureHosts = ["storage"];
        using var client = new KlingClient("key", options);

        Assert.StartsWith("The API key would be sent unencrypted to UploadAddress", error.Message, StringComparison.Ordinal);
        Assert.NotNull(client);
    }
}
