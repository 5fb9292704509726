import type { Gate } from '../masking/gate.ts';
import type { AssetSender } from './asset-sender.ts';
import type { Disclosures } from './disclosures.ts';
import type { FrameSender } from './frame-sender.ts';
import { report } from './guard.ts';
import type { NodeIds } from './node-ids.ts';

/** What is masked for everybody but some viewers: what says it to these is fetched with the first. */
export class LateDisclosures {
  readonly #assets: AssetSender;
  readonly #sender: FrameSender;
  readonly #load: () => Promise<void>;
  #nodes = new Set<Node>();
  #disclosures: Disclosures | undefined;
  #asked = false;

  constructor(ids: NodeIds, gate: Gate, sender: FrameSender, assets: AssetSender) {
    sender.onBody = () => this.#flush();
    sender.waiting = () => this.#disclosures !== undefined && this.#nodes.size > 0;
    this.#load = async () => {
      const { Disclosures } = await import('./disclosures.ts');
      this.#disclosures = new Disclosures(ids, gate, sender);
      // What is not said yet follows its mask.
      this.turnEnded();
    };
    this.#assets = assets;
    this.#sender = sender;
  }

  /** Replicas got only the mask of what `node` says. */
  withheld(node: Node): void {
    this.#nodes.add(node);
    if (this.#asked) return;
    this.#asked = true;
    void this.#assets.track(this.#load()).catch(report);
  }

  /** What is in fields has no mask to follow. */
  turnEnded(): void {
    if (!this.#sender.pending()) this.#flush();
  }

  #flush(): void {
    if (!this.#disclosures || this.#nodes.size === 0) return;
    const nodes = this.#nodes;
    this.#nodes = new Set();
    this.#disclosures.send(nodes);
  }
}
