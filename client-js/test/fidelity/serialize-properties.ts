/** What an element is beside its attributes and children. */
export function propertiesOf(element: HTMLElement): string {
  const said: string[] = [];
  const say = (name: string, value: unknown) => said.push(`${name}=${JSON.stringify(value)}`);
  switch (element.localName) {
    case 'input':
    case 'textarea':
      sayField(element as HTMLInputElement, say);
      break;
    case 'select': {
      const select = element as HTMLSelectElement;
      say('index', select.selectedIndex);
      say(
        'selected',
        Array.from(select.options, (option) => option.selected),
      );
      sayValidity(select, say);
      break;
    }
    case 'output':
    case 'progress':
    case 'meter':
      say('value', (element as HTMLOutputElement).value);
      break;
    case 'button':
    case 'fieldset':
      sayValidity(element as HTMLButtonElement, say);
      break;
    case 'dialog':
      say('open', (element as HTMLDialogElement).open);
      say('modal', element.matches(':modal'));
      break;
    case 'img': {
      const { naturalWidth, naturalHeight } = element as HTMLImageElement;
      say('size', [naturalWidth, naturalHeight]);
      break;
    }
    case 'canvas':
      say('size', [(element as HTMLCanvasElement).width, (element as HTMLCanvasElement).height]);
      break;
    case 'video':
    case 'audio':
      sayMedia(element as HTMLMediaElement, say);
      break;
    default:
      break;
  }
  if (element.popover) say('popover', element.matches(':popover-open'));
  for (const state of ['fullscreen', 'user-invalid'] as const) if (isIn(element, state)) say(state, true);
  if (element.scrollTop || element.scrollLeft)
    say('scroll', [Math.round(element.scrollLeft), Math.round(element.scrollTop)]);
  return said.length > 0 ? ` {${said.join(' ')}}` : '';
}

type Say = (name: string, value: unknown) => void;

function sayField(field: HTMLInputElement, say: Say): void {
  say('value', field.type === 'file' ? Array.from(field.files ?? [], ({ name }) => name) : field.value);
  if (field.type === 'checkbox' || field.type === 'radio') {
    say('checked', field.checked);
    if (field.indeterminate) say('indeterminate', true);
  }
  sayValidity(field, say);
}

function sayValidity(
  field: HTMLInputElement | HTMLSelectElement | HTMLButtonElement | HTMLFieldSetElement,
  say: Say,
): void {
  say('valid', field.validity.valid);
  if (field.validity.customError) say('message', field.validationMessage);
}

function sayMedia(media: HTMLMediaElement, say: Say): void {
  say('paused', media.paused);
  say('muted', media.muted);
  say('rate', media.playbackRate);
  say('volume', media.volume);
  // Media are not sent, so that in a replica nothing goes on.
  if (media.paused) say('time', Math.round(media.currentTime * 100) / 100);
}

/** A state that a replica can only tell by an attribute of its own. */
function isIn(element: Element, state: 'fullscreen' | 'user-invalid'): boolean {
  return element.matches(`:${state}`) || element.hasAttribute(`data-cobrowse-${state}`);
}
