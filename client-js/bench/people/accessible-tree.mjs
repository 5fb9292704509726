import { eventually } from './eventually.mjs';

/**
 * Finds and uses controls by role and accessible name, as a screen reader does. It sees into the snippet's closed
 * shadow root, where locators cannot.
 */
export class AccessibleTree {
  #session;
  #page;

  constructor(page) {
    this.#page = page;
  }

  async nodes() {
    this.#session ??= await this.#page.context().newCDPSession(this.#page);
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return nodes
      .filter((node) => !node.ignored && node.backendDOMNodeId !== undefined)
      .map((node) => ({
        role: node.role?.value ?? '',
        name: String(node.name?.value ?? ''),
        element: node.backendDOMNodeId,
        disabled: node.properties?.some(({ name, value }) => name === 'disabled' && value.value) ?? false,
      }));
  }

  /** Waits for the first node of this role whose name contains `name`, or matches it. */
  find(role, name) {
    const suits = (found) =>
      name instanceof RegExp ? name.test(found) : found.toLowerCase().includes(name.toLowerCase());
    return eventually(`${role} “${name}” on ${this.#page.url()}`, async () =>
      (await this.nodes()).find((node) => node.role === role && suits(node.name)),
    );
  }

  /** Clicks the middle of it with the mouse, once it can be used. */
  async click(role, name) {
    const [x, y] = await eventually(`${role} “${name}” to have a place`, async () => {
      const { element, disabled } = await this.find(role, name);
      if (disabled) return undefined;
      // Not laid out yet, or rendered anew since the tree was read.
      const answer = await this.#session
        .send('DOM.getContentQuads', { backendNodeId: element })
        .catch(() => undefined);
      const quad = answer?.quads[0];
      return quad && [(quad[0] + quad[4]) / 2, (quad[1] + quad[5]) / 2];
    });
    await this.#page.mouse.click(x, y);
  }

  /** Asking for the tree keeps it up to date from then on, which costs the page time. */
  async rest() {
    await this.#session?.send('Accessibility.disable').catch(() => undefined);
    await this.#session?.detach();
    this.#session = undefined;
  }
}
