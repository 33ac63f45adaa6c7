using Kling.Tests;

// One server for all tests; each takes a database of its own.
[assembly: AssemblyFixture(typeof(PostgresServer))]
