import { helpButton } from './help-button.ts';
import { stringsFor } from './strings.ts';
import { UiHost } from './ui-host.ts';

/** Shows the help button in the corner; call what it returns to take it away. */
export function showHelpCorner(language: string, pressed: () => void): () => void {
  const strings = stringsFor(language);
  const host = new UiHost(strings.language, strings.direction);
  host.layer.append(helpButton(strings, pressed));
  host.mount();
  return () => host.unmount();
}
