using Journease.CommunityGroups.Circles;
using Journease.CommunityGroups.Memberships;
using Journease.CommunityGroups.Posts;
using Journease.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Journease.CommunityGroups;

/// <summary>Circles as their members know them. Who is who lies in tables of its own, which nothing else refers to.</summary>
internal sealed class GroupsDbContext(DbContextOptions<GroupsDbContext> options) : MessagingDbContext(options)
{
    protected override string Schema => "groups";

    public DbSet<Circle> Circles => Set<Circle>();
    public DbSet<CircleFacilitator> Facilitators => Set<CircleFacilitator>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<MembershipAccount> MembershipAccounts => Set<MembershipAccount>();
    public DbSet<Post> Posts => Set<Post>();
}
