using System.Collections.Immutable;
using System.Net.Sockets;
using Aspire.Hosting.ApplicationModel;
using Journease.LocalHosting.Running;

namespace Journease.LocalHosting.Replicas;

/// <summary>The processes behind one public port, of which only those that run are given work.</summary>
internal sealed class ReplicaSet(IResource resource, EndpointAnnotation endpoint, int port)
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private ImmutableList<Replica> live = [];
    private int turn;

    public IResource Resource { get; } = resource;

    public int Port { get; } = port;

    /// <summary>Who may answer the next request, the least busy first.</summary>
    public IReadOnlyList<Replica> Candidates()
    {
        var now = live;
        // Taking turns decides among equals, or the first would get everything while nothing is busy.
        var from = now.Count == 0 ? 0 : (int)((uint)Interlocked.Increment(ref turn) % (uint)now.Count);
        return [.. now.Skip(from).Concat(now.Take(from)).OrderBy(replica => replica.Busy)];
    }

    /// <summary>Takes the instance in as soon as it accepts connections.</summary>
    public async Task JoinAsync(Instance instance, CancellationToken ct)
    {
        var own = instance.Ports[endpoint];
        try
        {
            while (!await AcceptsAsync(own, ct))
            {
                await Task.Delay(PollInterval, ct);
            }
            ImmutableInterlocked.Update(ref live, replicas => replicas.Add(new Replica(instance.Id, own)));
        }
        catch (OperationCanceledException)
        {
            // Ended before it was of use.
        }
    }

    public void Leave(Instance instance) =>
        ImmutableInterlocked.Update(ref live, replicas => replicas.RemoveAll(replica => replica.Id == instance.Id));

    private static async Task<bool> AcceptsAsync(int port, CancellationToken ct)
    {
        using var client = new TcpClient(AddressFamily.InterNetwork);
        try
        {
            await client.ConnectAsync("127.0.0.1", port, ct);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
