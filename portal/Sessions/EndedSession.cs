using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.Portal.Sessions;

/// <summary>
/// Identity has said that one of its sessions has ended. Remembered for a while: the same word is taken once, and a sign-in
/// that was just being completed through that session does not begin one here.
/// </summary>
internal sealed class EndedSession
{
    private EndedSession() { } // for EF Core

    /// <summary>The id of identity's word about it (<c>jti</c>).</summary>
    public string NoticeId { get; private init; } = "";

    /// <summary>Which session of identity's has ended (<c>sid</c>).</summary>
    public string IdentitySession { get; private init; } = "";

    public DateTimeOffset HeardAt { get; private init; }
}

internal sealed class EndedSessionTable : IEntityTypeConfiguration<EndedSession>
{
    public void Configure(EntityTypeBuilder<EndedSession> builder)
    {
        builder.ToTable("ended_session");
        builder.HasKey(ended => ended.NoticeId);
        builder.Property(ended => ended.NoticeId).HasMaxLength(Session.LongestIdentityId);
        builder.Property(ended => ended.IdentitySession).HasMaxLength(Session.LongestIdentityId);
        builder.HasIndex(ended => ended.IdentitySession);
    }
}
