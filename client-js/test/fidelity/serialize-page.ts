/** Attributes that a replica may not take over as they are: addresses, handlers, and what keeps it inert. */
const excluded =
  /^(on.*|src|srcset|href|poster|action|formaction|data|background|target|ping|nonce|integrity|crossorigin|sandbox|srcdoc|autofocus|autoplay|data-cobrowse-.*)$/i;
const address = /url\((["']?)[^)]*\1\)/g;

/** A document as text: nodes, attributes, shadow roots, templates, iframes and properties. */
export function serializePage(document: Document): string {
  const lines: string[] = [`mode ${document.compatMode}`];
  walk(document, 0, lines);
  return lines.join('\n');
}

function walk(node: Node, depth: number, lines: string[]): void {
  const line = (text: string) => lines.push('  '.repeat(depth) + text);
  switch (node.nodeType) {
    case 1: {
      const element = node as HTMLElement;
      line(
        `<${element.localName} ${element.namespaceURI?.slice(-6) ?? ''}${attributes(element)}>${properties(element)}`,
      );
      if (element.localName === 'script' || element.localName === 'style' || element.localName === 'noscript')
        return;
      if (element.shadowRoot) {
        line(`#shadow ${element.shadowRoot.mode}`);
        for (const child of element.shadowRoot.childNodes) walk(child, depth + 1, lines);
      }
      if (element.localName === 'template') walk((element as HTMLTemplateElement).content, depth + 1, lines);
      const nested = (element as HTMLIFrameElement).contentDocument;
      if (element.localName === 'iframe' && nested) walk(nested, depth + 1, lines);
      break;
    }
    case 3:
      line(`"${(node as Text).data}"`);
      break;
    case 8:
      return;
    case 10:
      line(`doctype ${(node as DocumentType).name} ${(node as DocumentType).publicId}`);
      break;
    case 9: {
      const root = (node as Document).scrollingElement;
      if (root) line(`scroll ${Math.round(root.scrollLeft)} ${Math.round(root.scrollTop)}`);
      break;
    }
    default:
      break;
  }
  for (const child of node.childNodes) walk(child, depth + 1, lines);
}

function attributes(element: Element): string {
  return Array.from(element.attributes)
    .filter((attribute) => !excluded.test(attribute.localName))
    .map((attribute) => ` ${attribute.name}=${JSON.stringify(attribute.value.replace(address, 'url()'))}`)
    .sort()
    .join('');
}

function properties(element: HTMLElement): string {
  const said: string[] = [];
  const say = (name: string, value: unknown) => said.push(`${name}=${JSON.stringify(value)}`);
  const control = element as HTMLInputElement;
  switch (element.localName) {
    case 'input':
      say(
        'value',
        control.type === 'file' ? Array.from(control.files ?? [], (file) => file.name) : control.value,
      );
      say('checked', control.checked);
      if (control.indeterminate) say('indeterminate', true);
      say('valid', control.validity.valid);
      break;
    case 'textarea':
      say('value', control.value);
      break;
    case 'select':
      say(
        'selected',
        Array.from((element as HTMLSelectElement).options, (option) => option.selected),
      );
      break;
    case 'dialog':
      say('modal', element.matches(':modal'));
      break;
    case 'img':
      say('size', [(element as HTMLImageElement).naturalWidth, (element as HTMLImageElement).naturalHeight]);
      break;
    case 'canvas':
      say('size', [(element as HTMLCanvasElement).width, (element as HTMLCanvasElement).height]);
      break;
    default:
      break;
  }
  if (element.popover) say('popover', element.matches(':popover-open'));
  if (element.scrollTop || element.scrollLeft)
    say('scroll', [Math.round(element.scrollLeft), Math.round(element.scrollTop)]);
  return said.length > 0 ? ` {${said.join(' ')}}` : '';
}
