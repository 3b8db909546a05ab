using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.ServiceDefaults.UnitOfWork;

/// <summary>The answer a request was given, kept so that the same request, sent again, gets the same answer and acts once.</summary>
internal sealed class StoredAnswer
{
    public required string Key { get; init; }
    public required byte[] RequestHash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Status, headers and body, protected; null while the first request still runs.</summary>
    public byte[]? Answer { get; init; }
}

internal sealed class StoredAnswerTable : IEntityTypeConfiguration<StoredAnswer>
{
    public void Configure(EntityTypeBuilder<StoredAnswer> builder)
    {
        builder.ToTable("stored_answer");
        builder.HasKey(answer => answer.Key);
        builder.HasIndex(answer => answer.CreatedAt);
    }
}
