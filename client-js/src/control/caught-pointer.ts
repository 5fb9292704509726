/** The agent's pointer: no real one has this id. */
export const agentPointerId = 7001;

type Method = 'setPointerCapture' | 'hasPointerCapture' | 'releasePointerCapture';

/**
 * Who has caught the agent's pointer while it is down. Browsers let pages catch real pointers only, and sliders ask
 * whether they have: so their question is answered here, for this one pointer and as long as it is down.
 */
export class CaughtPointer {
  #holder: Element | undefined;
  #undo: (() => void) | undefined;

  get holder(): Element | undefined {
    return this.#holder?.isConnected ? this.#holder : undefined;
  }

  start(view: Window & typeof globalThis): void {
    this.stop();
    const { prototype } = view.Element;
    const patch = <T>(name: Method, ours: (element: Element) => T) => {
      const own = Object.getOwnPropertyDescriptor(prototype, name)!;
      const native = own.value as (this: Element, id: number) => T;
      Object.defineProperty(prototype, name, {
        ...own,
        value(this: Element, id: number) {
          return id === agentPointerId ? ours(this) : Reflect.apply(native, this, [id]);
        },
      });
      return () => Object.defineProperty(prototype, name, own);
    };
    const undo = [
      patch('setPointerCapture', (element) => {
        this.#holder = element;
        this.#tell('gotpointercapture');
      }),
      patch('hasPointerCapture', (element) => this.#holder === element),
      patch('releasePointerCapture', (element) => {
        if (this.#holder === element) this.#release();
      }),
    ];
    this.#undo = () => {
      for (const each of undo) each();
    };
  }

  stop(): void {
    this.#release();
    this.#undo?.();
    this.#undo = undefined;
  }

  #release(): void {
    if (this.#holder) this.#tell('lostpointercapture');
    this.#holder = undefined;
  }

  #tell(type: 'gotpointercapture' | 'lostpointercapture'): void {
    const view = this.#holder?.ownerDocument.defaultView;
    const init = {
      pointerId: agentPointerId,
      pointerType: 'mouse',
      isPrimary: true,
      bubbles: true,
      composed: true,
    };
    if (view) this.#holder?.dispatchEvent(new view.PointerEvent(type, init));
  }
}
