using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CoBrowse.SignalR.Tests.Relay;

public sealed class FrameRelayOptionsTests
{
    [Fact]
    public void Every_mistake_is_named_at_once()
    {
        var services = new ServiceCollection().AddFrameRelay(o => (o.LiveBudgetBytes, o.LogBytes, o.KeyframePatience) = (1, 0, TimeSpan.Zero)).BuildServiceProvider();
        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<FrameRelayOptions>>().Value);
        Assert.Equal(3, failure.Failures.Count());
    }
}
