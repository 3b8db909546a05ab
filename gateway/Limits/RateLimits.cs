using System.Globalization;
using System.Threading.RateLimiting;
using Journease.Gateway.Routes;
using Journease.ServiceDefaults.Errors;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Journease.Gateway.Limits;

/// <summary>
/// How often somebody may ask. Over a limit the answer is 429 and says when to come back; where everybody together asks too
/// much it is 503.
/// </summary>
internal static class RateLimits
{
    private static readonly PathString[] NotCounted = ["/health", "/alive"];

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<LimitSettings>().BindConfiguration("Limits").ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRateLimiter();
        builder.Services.AddOptions<RateLimiterOptions>().Configure<IOptions<LimitSettings>>((limiter, settings) => Configure(limiter, settings.Value));
    }

    private static void Configure(RateLimiterOptions limiter, LimitSettings settings)
    {
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, CountedCaller>(http => EachCaller(http, settings)),
            PartitionedRateLimiter.Create<HttpContext, bool>(http => AtOnce(http, settings)));
        limiter.AddPolicy(LimitNames.SignIn, http => PerMinute(CountedCaller.At(http, LimitNames.SignIn), settings.SignIn));
        limiter.AddPolicy(LimitNames.Token, http => PerMinute(CountedCaller.At(http, LimitNames.Token), settings.Token));
        limiter.AddPolicy(LimitNames.Registration, http => PerMinute(CountedCaller.At(http, LimitNames.Registration), settings.Registration));
        limiter.AddPolicy(LimitNames.Account, http => PerMinute(CountedCaller.At(http, LimitNames.Account), settings.Account));
        limiter.AddPolicy(LimitNames.Inquiry, http => PerMinute(CountedCaller.At(http, LimitNames.Inquiry), settings.Inquiry));
        limiter.AddPolicy(LimitNames.Booking, http => PerMinute(CountedCaller.Of(http, LimitNames.Booking), settings.Booking));
        limiter.AddPolicy(LimitNames.Search, http => PerMinute(CountedCaller.Of(http, LimitNames.Search), settings.Search));
        limiter.OnRejected = RefuseAsync;
    }

    private static RateLimitPartition<CountedCaller> EachCaller(HttpContext http, LimitSettings settings)
    {
        if (Array.Exists(NotCounted, path => http.Request.Path.Equals(path, StringComparison.Ordinal)))
        {
            return RateLimitPartition.GetNoLimiter(default(CountedCaller));
        }
        var caller = CountedCaller.Of(http, "");
        return PerMinute(caller, caller.Person == Guid.Empty ? settings.Address : settings.Person);
    }

    private static RateLimitPartition<bool> AtOnce(HttpContext http, LimitSettings settings) =>
        StreamMark.IsStream(http) || Array.Exists(NotCounted, path => http.Request.Path.Equals(path, StringComparison.Ordinal))
            ? RateLimitPartition.GetNoLimiter(false)
            : RateLimitPartition.GetConcurrencyLimiter(true, _ => new() { PermitLimit = settings.AtOnce });

    private static RateLimitPartition<CountedCaller> PerMinute(CountedCaller caller, int most) =>
        RateLimitPartition.GetTokenBucketLimiter(caller, _ => new()
        {
            TokenLimit = most,
            // As evenly as whole requests and whole seconds allow.
            TokensPerPeriod = Math.Max(1, most / 60),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, 60 / most)),
        });

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken ct)
    {
        var http = context.HttpContext;
        var tooMany = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait);
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        await (tooMany ? CommonProblems.TooManyRequests : CommonProblems.Unavailable)
            .Because("Repeat the request after the seconds that Retry-After says, with the same Idempotency-Key if it has one.").ExecuteAsync(http);
    }
}
