namespace Kling.Tests;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
