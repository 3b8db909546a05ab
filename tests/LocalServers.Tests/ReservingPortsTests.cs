namespace Journease.LocalServers.Tests;

public sealed class ReservingPortsTests
{
    [Fact]
    public void Nobody_is_given_a_port_that_another_holds()
    {
        var taken = Enumerable.Range(0, 200).AsParallel().Select(_ => ReservedPort.Take()).ToList();

        Assert.Equal(taken.Count, taken.Select(port => port.Number).Distinct().Count());
        taken.ForEach(port => port.Dispose());
    }

    [Fact]
    public void A_port_in_use_is_not_free()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();

        Assert.False(ReservedPort.IsFree(((System.Net.IPEndPoint)listener.LocalEndpoint).Port));
    }
}
