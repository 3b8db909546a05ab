using Journease.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.RecoveryCodes;

/// <summary>A code that a person keeps for the day on which they lose their app: good once, and known here only by its hash.</summary>
internal sealed class RecoveryCode
{
    public required byte[] Hash { get; init; }

    public required Guid AccountId { get; init; }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("recovery_code");
        builder.HasKey(code => new { code.AccountId, code.Hash });
        builder.HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
    }
}
