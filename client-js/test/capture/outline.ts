/** What stands in a document, without what differs by design: addresses, state twins, scripts' text. */
export function outline(node: Node, depth = 0): string {
  const pad = ' '.repeat(depth);
  const inner = (root: Node) => Array.from(root.childNodes, (child) => outline(child, depth + 1)).join('');
  switch (node.nodeType) {
    case 1: {
      const element = node as HTMLInputElement & HTMLIFrameElement & HTMLTemplateElement;
      const attributes = element
        .getAttributeNames()
        .filter((name) => !/^(src|srcset|href|srcdoc|data-co|cb-|sandbox|style)/.test(name))
        .sort()
        .map((name) => ` ${name}=${JSON.stringify(element.getAttribute(name))}`);
      const state = [element.value, element.checked, element.indeterminate, element.scrollTop]
        .map((value, i) => (value ? ` ${'vcis'[i]}:${value}` : ''))
        .join('');
      const style = element.style?.cssText ? ` {${element.style.cssText}}` : '';
      const roots = [element.shadowRoot, element.localName === 'iframe' ? element.contentDocument : null]
        .filter((root) => root !== null)
        .map((root) => `${pad} #root\n${inner(root)}`);
      return `${pad}<${element.localName}${attributes.join('')}${style}${state}>\n${roots.join('')}${inner(element)}`;
    }
    case 3:
      return `${pad}${JSON.stringify((node as Text).data)}\n`;
    case 8:
      return `${pad}<!--${(node as Comment).data}-->\n`;
    case 9:
      return inner(node);
    default:
      return '';
  }
}
