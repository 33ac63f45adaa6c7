using System.Diagnostics;

namespace Kling.Tests;

/// <summary>Where files are saved to. What belongs to Unix file systems is skipped elsewhere.</summary>
public sealed class SaveTargetTests
{
    private static readonly bool IsUnix = !OperatingSystem.IsWindows();

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/full")]
    public async Task A_device_as_a_path_is_refused_and_kept(string device)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "These devices are Linux's.");
        using var stage = new Stage();
        KlingMedia video = await VideoAsync(stage);
        int requests = stage.Server.Requests.Count;

        _ = Assert.ThrowsAny<IOException>(() => KlingMedia.EnsureCanSave(device));
        IOException error = await Assert.ThrowsAnyAsync<IOException>(() => video.SaveAsync(device, Stage.Token));

        Assert.Contains("is a device or a pipe", error.Message, StringComparison.Ordinal);
        Assert.Equal(requests, stage.Server.Requests.Count);
        Assert.Throws<IOException>(() => File.Open(device, FileMode.Open, FileAccess.ReadWrite).SetLength(0));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_pipe_as_a_path_is_refused_and_kept(bool isLinked)
    {
        Assert.SkipUnless(IsUnix, "Pipes in folders are Unix's.");
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        using (Process mkfifo = Process.Start("mkfifo", [folder.File("pipe")]))
        {
            await mkfifo.WaitForExitAsync(Stage.Token);
        }

        string path = isLinked ? folder.File("link") : folder.File("pipe");
        _ = isLinked ? File.CreateSymbolicLink(path, "pipe") : null;
        KlingMedia video = await VideoAsync(stage);

        _ = Assert.ThrowsAny<IOException>(() => KlingMedia.EnsureCanSave(path));
        _ = await Assert.ThrowsAnyAsync<IOException>(() => video.SaveAsync(path, Stage.Token));

        using FileStream pipe = File.Open(folder.File("pipe"), FileMode.Open, FileAccess.ReadWrite);
        Assert.False(pipe.CanSeek);
    }

    [Theory]
    [InlineData("real.mp4", "old")]
    [InlineData("real.mp4", "")]
    [InlineData("real.mp4", null)]
    [InlineData("sub/real.mp4", null)]
    public async Task A_symbolic_link_is_kept_and_its_target_is_replaced(string target, string? old)
    {
        Assert.SkipUnless(IsUnix, "Links need rights elsewhere.");
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        if (old is not null)
        {
            await File.WriteAllTextAsync(folder.File(target), old, Stage.Token);
        }

        _ = File.CreateSymbolicLink(folder.File("inner"), target);
        _ = File.CreateSymbolicLink(folder.File("outer"), "inner");
        KlingMedia.EnsureCanSave(folder.File("outer"));
        Assert.Equal(old is null ? null : old, File.Exists(folder.File(target)) ? await File.ReadAllTextAsync(folder.File(target), Stage.Token) : null);

        await (await VideoAsync(stage)).SaveAsync(folder.File("outer"), Stage.Token);

        Assert.Equal("inner", new FileInfo(folder.File("outer")).LinkTarget);
        Assert.Equal(target, new FileInfo(folder.File("inner")).LinkTarget);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(folder.File(target), Stage.Token));
    }

    [Theory]
    [InlineData(250)]
    [InlineData(255)]
    public async Task A_name_of_the_full_length_can_be_saved(int length)
    {
        using var stage = new Stage();
        using var folder = new TemporaryFolder();
        string path = folder.File(new string('x', length - 4) + ".mp4");
        KlingMedia.EnsureCanSave(path);

        await (await VideoAsync(stage)).SaveAsync(path, Stage.Token);

        Assert.Equal([Path.GetFileName(path)], folder.Files);
    }

    [Fact]
    public void A_name_that_is_too_long_in_bytes_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems count characters.");
        using var folder = new TemporaryFolder();

        _ = Assert.ThrowsAny<IOException>(() => KlingMedia.EnsureCanSave(folder.File(new string('日', 84) + ".mp4")));

        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_folder_that_is_not_writable_is_refused()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is Linux's.");

        _ = Assert.ThrowsAny<IOException>(() => KlingMedia.EnsureCanSave("/proc/x.mp4"));
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("missing/")]
    [InlineData("file/out.mp4")]
    public void A_path_that_does_not_name_a_file_is_refused(string name)
    {
        using var folder = new TemporaryFolder();
        _ = Directory.CreateDirectory(folder.File("folder"));
        File.WriteAllText(folder.File("file"), "a file");

        _ = Assert.ThrowsAny<IOException>(() => KlingMedia.EnsureCanSave(folder.File(name)));

        Assert.Equal(["file"], folder.Files);
    }

    [Fact]
    public void The_check_keeps_an_old_file_and_creates_no_other()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("out.mp4"), "old");

        KlingMedia.EnsureCanSave(folder.File("out.mp4"));
        KlingMedia.EnsureCanSave(folder.File("new.mp4"));

        Assert.Equal(["out.mp4"], folder.Files);
        Assert.Equal("old", File.ReadAllText(folder.File("out.mp4")));
    }

    private static async Task<KlingMedia> VideoAsync(Stage stage) => (await (await stage.SubmitAsync()).GetResultAsync(Stage.Token)).Video!;
}
