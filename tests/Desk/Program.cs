using Journease.Desk;

// A process of its own for tests that kill one.
var app = DeskService.Build(args);
await app.RunAsync();
