using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Retention;

internal sealed class RetentionSweepOptionsValidation : IValidateOptions<RetentionSweepOptions>
{
    public ValidateOptionsResult Validate(string? name, RetentionSweepOptions options)
    {
        var mistakes = options.Mistakes().ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
