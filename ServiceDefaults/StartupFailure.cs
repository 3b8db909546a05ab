using Microsoft.Extensions.Options;

namespace Journease.ServiceDefaults;

/// <summary>A wrong configuration ends the process with one sentence instead of a stack trace.</summary>
internal static class StartupFailure
{
    private const int WrongConfiguration = 78; // EX_CONFIG of sysexits.h

    private static int installed;

    public static void SpeakInOneSentence()
    {
        if (Interlocked.Exchange(ref installed, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, e) => Speak((Exception)e.ExceptionObject);
        }
    }

    private static void Speak(Exception exception)
    {
        var sentence = exception switch
        {
            WrongConfigurationException wrong => wrong.Message,
            OptionsValidationException options => string.Join(" ", options.Failures),
            IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } taken => taken.Message,
            _ => null,
        };
        if (sentence is not null)
        {
            Console.Error.WriteLine(sentence);
            Environment.Exit(WrongConfiguration);
        }
    }
}
