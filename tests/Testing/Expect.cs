using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Xunit;

namespace Journease.Testing;

/// <summary>What a test expects of an answer; where it is another, the failure shows the answer's body.</summary>
public static class Expect
{
    private static readonly JsonSerializerOptions AsServicesWrite = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static async Task<HttpResponseMessage> ExpectAsync(this Task<HttpResponseMessage> sending, HttpStatusCode status) =>
        await (await sending).ExpectAsync(status);

    public static async Task<HttpResponseMessage> ExpectAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        if (response.StatusCode != status)
        {
            var request = response.RequestMessage;
            Assert.Fail(
                $"{request?.Method} {request?.RequestUri?.PathAndQuery} should have answered {(int)status} " +
                $"and answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
        }
        return response;
    }

    /// <summary>The body of an answer with that status (200 where none is said).</summary>
    public static async Task<T> ReadAsync<T>(
        this Task<HttpResponseMessage> sending, HttpStatusCode status = HttpStatusCode.OK) =>
        await (await sending).ReadAsync<T>(status);

    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, HttpStatusCode status = HttpStatusCode.OK)
    {
        await response.ExpectAsync(status);
        var body = await response.Content.ReadFromJsonAsync<T>(AsServicesWrite);
        return body ?? throw new InvalidOperationException($"The answer has no {typeof(T).Name} in it.");
    }

    /// <summary>The problem that an answer names; the code is the end of its type, such as slot-taken.</summary>
    public static async Task<Problem> ProblemAsync(this Task<HttpResponseMessage> sending, int status, string? code = null) =>
        await (await sending).ProblemAsync(status, code);

    public static async Task<Problem> ProblemAsync(this HttpResponseMessage response, int status, string? code = null)
    {
        await response.ExpectAsync((HttpStatusCode)status);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = (await response.Content.ReadFromJsonAsync<Problem>())!;
        Assert.Equal(status, problem.Status);
        if (code is not null)
        {
            Assert.Equal(code, problem.Code);
        }
        return problem;
    }
}
