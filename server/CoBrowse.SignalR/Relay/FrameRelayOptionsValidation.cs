using CoBrowse.Protocol;
using Microsoft.Extensions.Options;

namespace CoBrowse.SignalR;

/// <summary>Names every mistake in the relay's settings at once.</summary>
internal sealed class FrameRelayOptionsValidation : IValidateOptions<FrameRelayOptions>
{
    public ValidateOptionsResult Validate(string? name, FrameRelayOptions options)
    {
        var mistakes = new List<string>();
        Least(nameof(options.LiveBudgetBytes), options.LiveBudgetBytes, ProtocolLimits.FrameBytes);
        Least(nameof(options.LogBytes), options.LogBytes, 1);
        Least(nameof(options.CacheBytes), options.CacheBytes, options.LogBytes);
        if (options.KeyframePatience <= TimeSpan.Zero) mistakes.Add($"Relay:{nameof(options.KeyframePatience)} must be longer than zero.");
        if (options.HubPingInterval <= TimeSpan.Zero) mistakes.Add($"Relay:{nameof(options.HubPingInterval)} must be longer than zero.");
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);

        void Least(string setting, int value, int least)
        {
            if (value < least) mistakes.Add($"Relay:{setting} is {value} and must be at least {least}.");
        }
    }
}
