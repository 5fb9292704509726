import { helpButton } from './help-button.ts';
import { loadStrings } from './strings.ts';
import { UiHost } from './ui-host.ts';

/** Shows the help button in the corner; call what it returns to take it away. */
export async function showHelpCorner(language: string, pressed: () => void): Promise<() => void> {
  const strings = await loadStrings(language);
  const host = new UiHost(strings.language, strings.direction);
  host.layer.append(helpButton(strings, pressed));
  host.mount();
  return () => host.unmount();
}
