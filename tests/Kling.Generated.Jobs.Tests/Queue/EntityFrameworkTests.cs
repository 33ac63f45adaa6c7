using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kling.Tests;

/// <summary>A ticket and an entity of the application, stored together or not at all.</summary>
public sealed class EntityFrameworkTests(PostgresServer server)
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_ticket_is_stored_with_the_entities_of_a_DbContext_or_not_at_all(DatabaseKind kind)
    {
        await using JobsStage stage = await JobsStage.CreateAsync(kind, server);
        _ = await stage.Jobs.GetStatusAsync(JobsStage.Token);
        await using DbConnection connection = await stage.OpenAsync();
        await using var shop = new Shop(connection, kind);
        _ = await shop.Database.ExecuteSqlRawAsync("""CREATE TABLE "Orders" ("Number" INTEGER PRIMARY KEY)""", JobsStage.Token);

        foreach (int number in (int[])[1, 2])
        {
            bool commits = number == 2;
            await using IDbContextTransaction transaction = await shop.Database.BeginTransactionAsync(JobsStage.Token);
            _ = shop.Orders.Add(new Order { Number = number });
            _ = await shop.SaveChangesAsync(JobsStage.Token);
            KlingTicket ticket = await stage.Jobs.EnqueueAsync(JobsStage.Request(), transaction.GetDbTransaction(), new() { Key = $"order-{number}" }, JobsStage.Token);
            await (commits ? transaction.CommitAsync(JobsStage.Token) : transaction.RollbackAsync(JobsStage.Token));

            Assert.Equal(commits, await stage.Jobs.GetAsync(ticket.Id, JobsStage.Token) is not null);
        }

        Assert.Equal([2], await shop.Orders.AsNoTracking().Select(static order => order.Number).ToListAsync(JobsStage.Token));
        _ = await stage.Jobs.DrainAsync(JobsStage.Token);
        Assert.Equal(1, stage.Emulator.Counters.Posts);
    }

    private sealed class Order
    {
        public int Number { get; set; }
    }

    private sealed class Shop(DbConnection connection, DatabaseKind kind) : DbContext
    {
        public DbSet<Order> Orders => Set<Order>();

        protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) =>
            _ = kind is DatabaseKind.Sqlite ? optionsBuilder.UseSqlite(connection) : optionsBuilder.UseNpgsql(connection);

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.Entity<Order>(static order =>
            {
                _ = order.HasKey(static value => value.Number);
                _ = order.Property(static value => value.Number).ValueGeneratedNever();
            });
    }
}
