using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Journease.MailCatcher.Smtp;

/// <summary>Reads a connection line by line; a line ends with CR LF and with nothing else.</summary>
internal sealed class SmtpLines(Stream connection)
{
    public const int LargestMessage = 10 * 1024 * 1024;

    private const int LongestLine = 64 * 1024;
    private static readonly byte[] EndOfLine = "\r\n"u8.ToArray();

    private readonly PipeReader reader = PipeReader.Create(connection);

    /// <summary>Null when the connection has ended.</summary>
    public async Task<string?> ReadAsync(CancellationToken ct) =>
        await ReadBytesAsync(ct) is { } line ? Encoding.UTF8.GetString(line) : null;

    /// <summary>The message up to its final dot, with doubled dots made single; null when it was too large, and was read to its end all the same.</summary>
    public async Task<MemoryStream?> ReadMessageAsync(CancellationToken ct)
    {
        var message = new MemoryStream();
        var tooLarge = false;
        while (await ReadBytesAsync(ct) is { } line)
        {
            if (line is [(byte)'.'])
            {
                message.Position = 0;
                return tooLarge ? null : message;
            }
            tooLarge |= message.Length + line.Length > LargestMessage;
            if (!tooLarge)
            {
                message.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
                message.Write(EndOfLine);
            }
        }
        throw new EndOfStreamException();
    }

    private async Task<byte[]?> ReadBytesAsync(CancellationToken ct)
    {
        while (true)
        {
            var read = await reader.ReadAsync(ct);
            if (LineIn(read.Buffer) is { } line)
            {
                var bytes = line.ToArray();
                reader.AdvanceTo(read.Buffer.GetPosition(EndOfLine.Length, line.End));
                return bytes;
            }
            if (read.IsCompleted || read.Buffer.Length > LongestLine)
            {
                return null;
            }
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static ReadOnlySequence<byte>? LineIn(ReadOnlySequence<byte> buffer)
    {
        var bytes = new SequenceReader<byte>(buffer);
        return bytes.TryReadTo(out ReadOnlySequence<byte> line, EndOfLine) ? line : null;
    }
}
