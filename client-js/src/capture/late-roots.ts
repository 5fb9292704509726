import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import type { Roots } from './roots.ts';
import { TreeWalk } from './tree-walk.ts';

/** Sends shadow roots and iframe documents that came after their hosts. */
export class LateRoots {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #roots: Roots;
  readonly #hosts = new Set<Element>();
  readonly #iframes = new Set<Element>();

  constructor(ids: NodeIds, nodes: NodeWriter, roots: Roots) {
    this.#ids = ids;
    this.#nodes = nodes;
    this.#roots = roots;
  }

  /** An element whose root must be looked at. */
  host(element: Element): void {
    this.#hosts.add(element);
  }

  /** An iframe's document is another one at any time, long before it tells by `load`. */
  iframe(element: Element): void {
    this.#iframes.add(element);
  }

  flush(): void {
    for (const iframe of this.#iframes) {
      if (iframe.isConnected) this.#hosts.add(iframe);
      else this.#iframes.delete(iframe);
    }
    for (const host of this.#hosts) this.#send(host);
    this.#hosts.clear();
  }

  #send(host: Element): void {
    const id = this.#ids.of(host);
    const root = this.#roots.of(host) as Document | ShadowRoot | undefined;
    if (!id || !root) return;
    if (this.#ids.of(root) && !this.#roots.hasOtherMode(root)) return;
    if (this.#nodes.isClosed(id)) return;
    this.#ids.endRoots(id);
    // A walk that has not come to the host yet says it once more, to those who do not know the host.
    const said = this.#ids.keyframe - Number(!this.#ids.said(id));
    const tree = new TreeWalk(this.#ids, this.#nodes, this.#roots, said);
    tree.beginRoot(host, root);
    tree.finish();
  }
}
