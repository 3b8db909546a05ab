using Journease.Notifications.Letters;
using Journease.Testing;

namespace Journease.Notifications.Tests;

[Trait("Needs", "servers")]
public sealed class LookingAtTemplatesTests(NotificationsHost notifications) : IClassFixture<NotificationsHost>
{
    private const string Templates = "/notifications/v1/templates";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_template_can_be_looked_at_and_none_reveals_anything()
    {
        string[] revealing = ["ketamine", "dosing", "trauma", "therapy", "treatment", "clinic", "session", "safety", "concern", "hold"];
        var administrator = notifications.ClientFor(Guid.CreateVersion7(), "administrator");

        var all = await administrator.GetAsync(new Uri(Templates, UriKind.Relative), Stop).ReadAsync<ListTemplates.Response>();

        Assert.True(all.Templates.Count >= 10);
        foreach (var template in all.Templates)
        {
            var letter = await administrator.GetAsync(new Uri($"{Templates}/{template}/preview?timeZone=Europe/Berlin&language=de", UriKind.Relative), Stop).ReadAsync<PreviewTemplate.Response>();
            Assert.Contains("Sign in", letter.Text, StringComparison.Ordinal);
            Assert.All(revealing, word => Assert.DoesNotContain(word, letter.Subject + letter.Text + letter.Html + letter.Calendar, StringComparison.OrdinalIgnoreCase));
        }
        await administrator.GetAsync(new Uri($"{Templates}/unknown/preview", UriKind.Relative), Stop).ProblemAsync(404, "not-found");
        Assert.Empty(notifications.Post.All);
    }
}
