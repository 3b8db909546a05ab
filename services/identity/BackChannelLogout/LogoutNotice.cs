using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Identity.BackChannelLogout;

/// <summary>A client has still to hear that a session has ended through which it got tokens. Written as the session ends, deleted once the client knows.</summary>
internal sealed class LogoutNotice
{
    private LogoutNotice() { } // for EF Core

    public Guid SessionId { get; private init; }

    public string ClientId { get; private init; } = "";

    public Guid AccountId { get; private init; }

    /// <summary>Where the client listens, as it was registered when the session ended.</summary>
    public string Address { get; private init; } = "";

    public DateTimeOffset EndedAt { get; private init; }

    public int Attempts { get; private init; }

    /// <summary>Lies ahead while some process is telling the client, and while it waits after a failure.</summary>
    public DateTimeOffset NextTryAt { get; private init; }
}

internal sealed class LogoutNoticeTable : IEntityTypeConfiguration<LogoutNotice>
{
    public void Configure(EntityTypeBuilder<LogoutNotice> builder)
    {
        builder.ToTable("logout_notice");
        builder.HasKey(notice => new { notice.SessionId, notice.ClientId });
        builder.Property(notice => notice.ClientId).HasMaxLength(100);
        builder.HasIndex(notice => notice.NextTryAt);
    }
}
