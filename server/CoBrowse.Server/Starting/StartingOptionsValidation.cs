using Microsoft.Extensions.Options;

namespace CoBrowse.Server.Starting;

internal sealed class StartingOptionsValidation : IValidateOptions<StartingOptions>
{
    public ValidateOptionsResult Validate(string? name, StartingOptions options)
    {
        var mistakes = options.Mistakes().ToList();
        return mistakes.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(mistakes);
    }
}
