var builder = WebApplication.CreateBuilder(args);
builder.Build().Run();

/// <summary>Named so that tests can start this process in memory.</summary>
public partial class Program;
