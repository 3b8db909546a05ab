namespace Journease.Scheduling.Tests.BusyTimes;

/// <summary>Stands in for the internet, from which calendars are read.</summary>
public sealed class StubCalendars(Func<Uri, CancellationToken, Task<HttpResponseMessage>>? answer = null) : HttpMessageHandler
{
    /// <summary>What is answered; tests of one class set it in turn.</summary>
    public Func<Uri, CancellationToken, Task<HttpResponseMessage>> Answer { get; set; } =
        answer ?? ((_, _) => throw new HttpRequestException("Nobody is there."));

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        Answer(request.RequestUri!, cancellationToken);
}
