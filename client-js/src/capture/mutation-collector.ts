import { getOrMake } from '../protocol/get-or-make.ts';
import { guarded } from './guard.ts';
import { viewOf } from './view-of.ts';

/** What changed since the last look, without order or repetition. */
export interface Changes {
  readonly nodes: Set<Node>;
  readonly attributes: Map<Element, Set<string>>;
  readonly texts: Set<CharacterData>;
  /** What stood nowhere when its removal was told: what the page does to it there, no record tells. */
  readonly left: Set<Node>;
}

const none = (): Changes => ({ nodes: new Set(), attributes: new Map(), texts: new Set(), left: new Set() });

interface Zoned {
  Zone?: { __symbol__?(name: string): string };
}

/** Gathers mutations of all captured roots until somebody takes them. */
export class MutationCollector {
  readonly #observers = new Map<object, MutationObserver>();
  readonly #gathered: (this: MutationRecord[]) => void;
  #changes = none();

  /** To be called when the page has changed what no record tells of. */
  readonly noted: () => void;

  /** `mutated` is called when the page has changed something, at the end of its turn. */
  constructor(mutated: () => void) {
    const gathered = guarded((records: MutationRecord[]) => {
      this.#gather(records, true);
      mutated();
    });
    this.#gathered = function () {
      gathered(this);
    };
    this.noted = mutated;
  }

  observe(root: Node): void {
    this.#observerOf(root).observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  }

  /** Of the root's own realm: who sees a node first decides which one it belongs to for its page as well. */
  #observerOf(root: Node): MutationObserver {
    const window = viewOf((root.ownerDocument ?? root) as Document) ?? globalThis;
    // Zone.js would run change detection for every record of ours.
    const symbol = (window as Zoned).Zone?.__symbol__?.('MutationObserver') ?? '';
    const realm = window as unknown as Record<string, typeof MutationObserver | undefined>;
    const Native = realm[symbol] ?? realm['MutationObserver'] ?? MutationObserver;
    // The callback is the realm's as well: records that are told to a function of another one belong there.
    const { call } = Native as unknown as { call(this: unknown, ...args: unknown[]): unknown };
    return getOrMake(this.#observers, Native, () => new Native(call.bind(this.#gathered)));
  }

  stop(): void {
    for (const observer of this.#observers.values()) observer.disconnect();
    this.#changes = none();
  }

  /** A node whose place must be looked at again. */
  place(node: Node): void {
    this.#changes.nodes.add(node);
  }

  /** An attribute that must be looked at again. */
  attribute(element: Element, name: string): void {
    getOrMake(this.#changes.attributes, element, () => new Set()).add(name);
  }

  text(node: CharacterData): void {
    this.#changes.texts.add(node);
  }

  /** How much waits to be taken. */
  get size(): number {
    const { nodes, attributes, texts } = this.#changes;
    return nodes.size + attributes.size + texts.size;
  }

  take(): Changes {
    for (const observer of this.#observers.values()) this.#gather(observer.takeRecords());
    const changes = this.#changes;
    this.#changes = none();
    return changes;
  }

  #gather(records: readonly MutationRecord[], told = false): void {
    for (const record of records) {
      const target = record.target as Element & CharacterData;
      switch (record.type) {
        case 'childList':
          for (const node of record.addedNodes) this.#changes.nodes.add(node);
          for (const node of record.removedNodes) {
            this.#changes.nodes.add(node);
            if (told && !node.isConnected) this.#changes.left.add(node);
          }
          // A select of other options may have chosen another one.
          if (/^(sel|opt)/.test(target.localName)) this.attribute(target, 'selected');
          break;
        case 'attributes':
          this.attribute(target, qualifiedName(record));
          break;
        case 'characterData':
          this.#changes.texts.add(target);
      }
    }
  }
}

function qualifiedName(record: MutationRecord): string {
  const name = record.attributeName!;
  if (!record.attributeNamespace) return name;
  const node = (record.target as Element).getAttributeNodeNS(record.attributeNamespace, name);
  if (node) return node.name;
  // One that is gone has no name left but this.
  return record.attributeNamespace.endsWith('/xlink')
    ? `xlink:${name}`
    : `${record.attributeNamespace}\n${name}`;
}
