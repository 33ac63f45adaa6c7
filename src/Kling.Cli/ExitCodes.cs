namespace Kling.Cli;

/// <summary>The exit codes, for scripts. The numbers do not change between versions.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Something else went wrong, such as a file that cannot be written.</summary>
    public const int Unexpected = 1;

    /// <summary>The command line is wrong, or a file that it names cannot be read.</summary>
    public const int Usage = 2;

    /// <summary>The request violates its model's schema; nothing was sent.</summary>
    public const int InvalidRequest = 3;

    /// <summary>There is no API key, or the server refused it (401, 403).</summary>
    public const int NoAccess = 4;

    /// <summary>The server reported the job as failed, or a job of the queue failed.</summary>
    public const int JobFailed = 5;

    /// <summary>The wait was too long; the job is still running.</summary>
    public const int TimedOut = 6;

    /// <summary>It is unknown whether the server accepted the request. It may be billed.</summary>
    public const int SubmitUnconfirmed = 7;

    /// <summary>Any other error of the API.</summary>
    public const int ApiError = 8;

    /// <summary>A schema file and its model's page or the catalogue do not say the same.</summary>
    public const int Drift = 9;

    /// <summary>The standard output cannot be written: it is closed, full, or a pipe whose reader has ended.</summary>
    public const int OutputLost = 10;

    /// <summary>The new version of a schema file has a breaking change.</summary>
    public const int Breaking = 11;

    /// <summary>Jobs are left in the queue that wait for a person: it is paused, or they do not fit into the budget.</summary>
    public const int JobsWait = 12;

    /// <summary>Another process works on the queue's SQLite file.</summary>
    public const int StoreInUse = 13;

    /// <summary>Stopped by Ctrl+C, SIGTERM or SIGHUP, or the cost was not confirmed.</summary>
    public const int Cancelled = 130;

    /// <summary>The list for <c>--help</c>.</summary>
    public const string Help = """
        Exit codes:
            0  done
            1  something else went wrong, such as a file that cannot be written
            2  the command line is wrong, or a file that it names cannot be read
            3  the request violates its model's schema; nothing was sent
            4  there is no API key, or the server refused it
            5  the server reported the job as failed, or a job of the queue failed
            6  the wait was too long; the job is still running and its id was printed
            7  it is not known whether the server took the request: it may be billed
            8  another error of the API
            9  a schema file and its model's page or the catalogue do not say the same
           10  the standard output cannot be written: closed, full, or a pipe whose reader has ended.
               Jobs are not submitted then; what was submitted is on the standard error and recorded
           11  the new version of a schema file has a breaking change
           12  jobs are left in the queue: it is paused, or they do not fit into the budget
           13  another process works on the queue's SQLite file
          130  stopped by Ctrl+C, SIGTERM or SIGHUP, or the cost was not confirmed
        """;
}
