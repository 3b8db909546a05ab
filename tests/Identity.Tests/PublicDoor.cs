using System.Net;
using System.Net.Sockets;
using Journease.ServiceDefaults.Gateway;
using Journease.Testing.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Journease.Identity.Tests;

/// <summary>The gateway, as far as a client outside of this process can tell: a real port in front of the service.</summary>
public sealed class PublicDoor : IAsyncDisposable
{
    private WebApplication? app;

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public async Task OpenAsync(HttpMessageHandler service)
    {
        var inside = new HttpMessageInvoker(service);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(Address.ToString());
        app = builder.Build();
        app.Run(http => ForwardAsync(http, inside));
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    private static async Task ForwardAsync(HttpContext http, HttpMessageInvoker inside)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), http.Request.GetEncodedUrl());
        request.Headers.Add(GatewaySecret.Header, TestGateway.Secret);
        if (http.Request.ContentLength > 0 || http.Request.Headers.TransferEncoding.Count > 0)
        {
            request.Content = new StreamContent(http.Request.Body);
        }
        foreach (var (name, values) in http.Request.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        using var answer = await inside.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers))
        {
            http.Response.Headers[name] = values.ToArray();
        }
        await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
