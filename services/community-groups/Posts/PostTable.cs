using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Memberships;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Journease.CommunityGroups.Posts;

internal sealed class PostTable : IEntityTypeConfiguration<Post>
{
    public const int LongestText = 4000;

    public void Configure(EntityTypeBuilder<Post> builder)
    {
        builder.ToTable("post");
        builder.HasOne<Circle>().WithMany().HasForeignKey(post => post.CircleId);
        builder.HasOne<Membership>().WithMany().HasForeignKey(post => post.MembershipId);
        builder.HasIndex(post => new { post.CircleId, post.Number }).IsUnique().IsDescending(false, true);
    }
}
