using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.Keys;

/// <summary>A key pair that all replicas share: it signs tokens, or seals codes and refresh tokens.</summary>
internal sealed class ServerKey
{
    public required Guid Id { get; init; }

    public required KeyPurpose Purpose { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until then it is only published, so that everybody who checks tokens has it before the first one comes.</summary>
    public required DateTimeOffset UsedFrom { get; init; }

    /// <summary>The private key, protected by the service's Data Protection keys.</summary>
    public required byte[] ProtectedKey { get; init; }
}

internal enum KeyPurpose
{
    Signing,
    Encryption,
}

internal sealed class ServerKeyTable : IEntityTypeConfiguration<ServerKey>
{
    public void Configure(EntityTypeBuilder<ServerKey> builder)
    {
        builder.ToTable("server_key");
        builder.HasKey(key => key.Id);
        builder.Property(key => key.Purpose).HasConversion<string>().HasMaxLength(20);
    }
}
