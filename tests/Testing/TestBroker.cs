using Journease.LocalServers;

namespace Journease.Testing;

/// <summary>The broker that the tests share; a test class works in a <see cref="TestVirtualHost"/> of it.</summary>
public sealed record TestBroker(Uri AmqpUri, RabbitMqControl Control);
