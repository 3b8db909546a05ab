using Journease.Contracts.Content;
using Journease.Messaging;
using Journease.ServiceDefaults;
using Journease.ServiceDefaults.Data;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Journease.Benchmarks.Outbox;

/// <summary>The smallest service that has an outbox and an inbox: one aggregate, one event, one consumer that only notes the time.</summary>
internal static class MeasuredService
{
    public static void Add(IHostApplicationBuilder builder)
    {
        builder.AddServiceDefaults();
        builder.AddServiceDatabase<MeasuredDbContext>("measured");
        builder.AddMessaging<MeasuredDbContext>("measured", typeof(MeasuredService).Assembly);
    }

    public static async Task CreateAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MeasuredDbContext>().Database.EnsureCreatedAsync();
    }
}

internal sealed class MeasuredDbContext(DbContextOptions<MeasuredDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "measured";
}

internal sealed class MeasuredAggregate : Aggregate
{
    private MeasuredAggregate()
    {
    }

    public static MeasuredAggregate Publish()
    {
        var aggregate = new MeasuredAggregate();
        aggregate.Announce(new ArticlePublished { SubjectId = null });
        return aggregate;
    }
}

internal sealed class MeasuredAggregateTable : IEntityTypeConfiguration<MeasuredAggregate>
{
    public void Configure(EntityTypeBuilder<MeasuredAggregate> builder) => builder.ToTable("measured");
}

internal sealed class NoteTimeWhenArticlePublished : IConsumer<ArticlePublished>
{
    public Task Consume(ConsumeContext<ArticlePublished> context)
    {
        Arrivals.Note(context.Message.AggregateId);
        return Task.CompletedTask;
    }
}
