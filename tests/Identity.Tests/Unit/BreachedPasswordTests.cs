using System.Security.Cryptography;
using System.Text;
using Journease.Identity.Passwords;
using Microsoft.Extensions.Options;

namespace Journease.Identity.Tests.Unit;

public sealed class BreachedPasswordTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("breached-").FullName;

    [Fact]
    public void Every_password_of_the_list_is_known_and_hardly_any_other()
    {
        using var breached = Built(Enumerable.Range(0, 5000).Select(n => Line($"stolen password number {n}")));

        Assert.All(Enumerable.Range(0, 5000), n => Assert.True(breached.Contains($"stolen password number {n}")));
        Assert.InRange(Enumerable.Range(0, 20_000).Count(n => breached.Contains($"another password number {n}")), 0, 60);
    }

    [Fact]
    public void What_was_seen_too_seldom_is_left_out()
    {
        using var breached = Built([Line("seen a hundred times", 100), Line("seen a single time", 1)], atLeast: 10);

        Assert.True(breached.Contains("seen a hundred times"));
        Assert.False(breached.Contains("seen a single time"));
    }

    [Fact]
    public void Without_a_file_no_password_is_thought_stolen()
    {
        using var breached = new BreachedPasswords(Options.Create(new PasswordSettings()));

        Assert.False(breached.Contains("password"));
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_in_words()
    {
        var path = Path.Combine(folder, "other");
        File.WriteAllText(path, "this is not a filter, and longer than its header would be");

        var refused = Assert.Throws<ServiceDefaults.WrongConfigurationException>(() => new BreachedPasswords(Options.Create(new PasswordSettings { BreachedFile = path })));

        Assert.Contains("build-breached-passwords", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private BreachedPasswords Built(IEnumerable<string> lines, int atLeast = 1)
    {
        var (input, output) = (Path.Combine(folder, "hashes"), Path.Combine(folder, "filter"));
        File.WriteAllLines(input, lines);
        BuildBreachedPasswords.Build(input, output, atLeast);
        return new(Options.Create(new PasswordSettings { BreachedFile = output }));
    }

#pragma warning disable CA5350 // the public lists are of SHA-1
    private static string Line(string password, int count = 1) => $"{Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)))}:{count}";
#pragma warning restore CA5350
}
