using Journease.Messaging.Dispatch;
using MassTransit;
using MassTransit.Context;
using MassTransit.Serialization;
using Microsoft.Extensions.Logging;

namespace Journease.Messaging.Bus;

/// <summary>
/// Sends what cannot be handled to the error queue with the type and code of the failure only. MassTransit would add
/// message and stack trace of the exception, and those may quote what a person wrote.
/// </summary>
internal sealed partial class FaultWithoutText(ILogger<FaultWithoutText> logger) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var code = BrokerAway.CodeOf(context.Exception);
        LogFault(context.InputAddress.AbsolutePath.Split('/')[^1], context.GetMessageId(), code);
        if (!context.IsFaulted)
        {
            await context.NotifyFaulted(context.Exception);
        }
        await next.Send(new Textless(context, code));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("fault-without-text");

    [LoggerMessage(Level = LogLevel.Error, Message = "{Consumer} could not handle message {MessageId}: {Code}. It is in the error queue.")]
    private partial void LogFault(string consumer, Guid? messageId, string code);

    private sealed class Textless : ReceiveContextProxy, ExceptionReceiveContext
    {
        private readonly ExceptionReceiveContext fault;

        public Textless(ExceptionReceiveContext fault, string code)
            : base(fault)
        {
            this.fault = fault;
            Exception = new ConsumerFault(code);
            ExceptionHeaders = new DictionarySendHeaders();
            ExceptionHeaders.SetExceptionHeaders(this);
            ExceptionHeaders.Set(MessageHeaders.FaultExceptionType, code);
            ExceptionHeaders.Set(MessageHeaders.FaultStackTrace, null);
        }

        public Exception Exception { get; }

        public DateTime ExceptionTimestamp => fault.ExceptionTimestamp;

        public ExceptionInfo ExceptionInfo => new MassTransit.Events.FaultExceptionInfo(Exception);

        public SendHeaders ExceptionHeaders { get; }
    }

    private sealed class ConsumerFault(string code) : Exception(code);
}
