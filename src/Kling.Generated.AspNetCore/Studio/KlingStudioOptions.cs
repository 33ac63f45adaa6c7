namespace Kling;

/// <summary>The options of the studio.</summary>
public sealed class KlingStudioOptions
{
    private double _timeScale = 20;

    /// <summary>The models that the studio shows, in this order. The default is the shipped models.</summary>
    /// <remarks>A model that is read at run time (<see cref="KlingModel.FromSchema"/>) has its form, too.</remarks>
    public IReadOnlyList<KlingModel> Models { get; set; } = Kling.Models.KlingModels.All;

    /// <summary>
    /// Whether nothing can be submitted, cancelled or uploaded: the page shows models, forms, prices, code and earlier results. The default is
    /// <see langword="false"/>. It is so in any case if the application's client cannot be created, for example without an API key,
    /// and if a native AOT application has no client: it cannot contain the emulator.
    /// </summary>
    public bool IsReadOnly { get; set; }

    /// <summary>
    /// Whether the client and the jobs of the application are those of an emulator, so that nothing is spent and no price is confirmed. The
    /// default is <see langword="false"/>. If the application has no client, the studio runs its own emulator, whatever is set here.
    /// </summary>
    public bool IsEmulator { get; set; }

    /// <summary>
    /// The folder of the studio's own database and videos, which it uses if the application has no <see cref="KlingJobs"/>. The default is
    /// <c>kling-studio</c> in the current folder.
    /// </summary>
    public string Folder { get; set; } = "kling-studio";

    /// <summary>
    /// How many times faster than in reality the jobs of the studio's own emulator run, or those of the application's if
    /// <see cref="IsEmulator"/> is set. The default is 20.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a positive number.</exception>
    public double EmulatorTimeScale
    {
        get => _timeScale;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            if (!double.IsFinite(value))
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "The scale must be a finite number.");
            }

            _timeScale = value;
        }
    }
}
