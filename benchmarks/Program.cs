using Journease.Benchmarks;
using Journease.Benchmarks.Booking;
using Journease.Benchmarks.Outbox;
using Journease.Benchmarks.Slots;
using Journease.Benchmarks.Submission;

// ./bench [SECTION...]: measures one part of the platform after another, each beside its ceiling in the same run.
var sections = new Dictionary<string, Func<Report, Task>>
{
    ["gateway"] = GatewayBenchmark.RunAsync,
    ["outbox"] = OutboxBenchmark.RunAsync,
    ["booking"] = BookingBenchmark.RunAsync,
    ["slots"] = SlotBenchmark.RunAsync,
    ["submission"] = SubmissionBenchmark.RunAsync,
    ["sign-in"] = SignInBenchmark.RunAsync,
    ["tokens"] = TokenBenchmark.RunAsync,
    ["startup"] = StartupBenchmark.RunAsync,
};

var unknown = args.Except(sections.Keys).ToList();
if (unknown.Count > 0)
{
    Console.Error.WriteLine($"There is no section {unknown[0]}. There are: {string.Join(", ", sections.Keys)}.");
    return 64;
}

var report = new Report();
foreach (var (name, run) in sections.Where(section => args.Length == 0 || args.Contains(section.Key)))
{
    Console.Error.WriteLine($"Measuring {name} ...");
    await run(report);
}
report.Print(Console.Out);
return 0;
