using System.Net;
using Journease.Scheduling.BusyTimes;

namespace Journease.Scheduling.Tests.BusyTimes;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.8.8", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    public void Only_addresses_of_the_public_internet_are_public(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));

    [Theory]
    [InlineData("https://calendar.example/secret.ics", true)]
    [InlineData("webcal://calendar.example/secret.ics", true)]
    [InlineData("http://calendar.example/secret.ics", false)]
    [InlineData("https://calendar.example:8443/secret.ics", false)]
    [InlineData("https://user:word@calendar.example/secret.ics", false)]
    [InlineData("https://127.0.0.1/secret.ics", false)]
    [InlineData("https://2130706433/secret.ics", false)]
    [InlineData("https://0x7f.1/secret.ics", false)]
    [InlineData("https://[::1]/secret.ics", false)]
    [InlineData("https://[::ffff:127.0.0.1]/secret.ics", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("calendar", false)]
    public void Only_public_https_links_are_taken(string link, bool taken) => Assert.Equal(taken, CalendarDownload.AddressOf(link) is not null);

    [Fact]
    public async Task A_name_that_leads_to_this_machine_is_not_asked()
    {
        using var download = new CalendarDownload();

        Assert.Equal((null, CalendarFailure.NotPublic), await download.ReadAsync(new("https://localhost/secret.ics"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("https://169.254.169.254/latest", CalendarFailure.NotPublic)]
    [InlineData("http://calendar.example/plain", CalendarFailure.NotPublic)]
    [InlineData("/again", CalendarFailure.Refused)]
    public async Task Redirects_are_held_to_the_same_and_end(string location, object failure)
    {
        using var download = new CalendarDownload(new StubCalendars((_, _) =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.Found);
            answer.Headers.TryAddWithoutValidation("Location", location);
            return Task.FromResult(answer);
        }));

        Assert.Equal((null, (CalendarFailure)failure), await download.ReadAsync(new("https://calendar.example/secret.ics"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_calendar_without_end_is_given_up_on()
    {
        using var download = new CalendarDownload(new StubCalendars((_, _) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(new byte[3_000_000]) })));

        Assert.Equal((null, CalendarFailure.TooLarge), await download.ReadAsync(new("https://calendar.example/secret.ics"), TestContext.Current.CancellationToken));
    }
}
