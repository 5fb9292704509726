import type { AssetSource, Attribute, DocumentMode, NodeId, Op } from '../protocol/index.ts';
import type { ReplicaRequest } from '../protocol/replica-request.ts';
import { AssetAddresses } from './asset-address.ts';
import { NodeBuilder } from './builder/node-builder.ts';
import { Disclosed } from './disclosed.ts';
import { IntegrityComparison } from './integrity-comparison.ts';
import { Lie } from './lie.ts';
import { PageParts } from './page-parts.ts';
import { rendered } from './rendered.ts';
import { saidBy } from './said-by.ts';
import { Stage, type StageSetting } from './stage/stage.ts';
import { showBox } from './state/boxes.ts';
import { applyMedia } from './state/media-state.ts';
import type { KeptSheets } from './style/kept-sheets.ts';
import { isStyle } from './style/owner-sheets.ts';
import type { SheetOp } from './style/sheet-ops.ts';
import { changeText } from './tree/change-text.ts';
import { localNameOf, parentOf, setAttributeOf, typeOf } from './tree/dom-order.ts';
import { NestedDocuments } from './tree/nested-documents.ts';
import { NodeMap } from './tree/node-map.ts';
import { PageSize } from './tree/page-size.ts';
import { type TreeDelegate, type TreeOp, TreeWriter } from './tree/tree-writer.ts';

/** Comparisons that a frame asks for; a capture asks for one. */
const mostHashes = 16;

/** One top document of the customer, from its first chunk on. */
export class Page implements TreeDelegate {
  readonly stage: Stage;
  readonly nodes = new NodeMap();
  readonly #nested: NestedDocuments;
  readonly #parts: PageParts;
  readonly #builder: NodeBuilder;
  readonly #tree: TreeWriter;
  readonly #size = new PageSize(this.nodes, () => this.#parts.styleCharacters());
  /** Details that came open. */
  readonly #open = new Set<Element>();
  #structureChanged = false;
  #shown = false;
  #hashes: Extract<Op, { op: 'hash' }>[] = [];
  readonly #disclosed = new Disclosed(this.nodes);
  readonly #integrity = new IntegrityComparison(this.nodes, this.#disclosed, () => this.document);
  readonly #differs: (request: ReplicaRequest) => void;

  constructor(
    setting: StageSetting,
    assets: AssetSource,
    mode: DocumentMode | undefined,
    kept: KeptSheets,
    differs: (request: ReplicaRequest) => void,
  ) {
    this.#differs = differs;
    this.#nested = new NestedDocuments(this.nodes, setting.sources);
    this.stage = new Stage(setting, mode);
    const addresses = new AssetAddresses(assets);
    this.#parts = new PageParts(assets, addresses, this.nodes, kept);
    this.#builder = new NodeBuilder({ addresses, css: this.#parts.css });
    this.#tree = new TreeWriter(this.#builder, this.nodes, this.#size, this);
  }

  /** Of the capture that its node ids are of. */
  epoch: number | undefined;

  get document(): Document {
    return this.stage.document;
  }

  /** Sheets and bitmaps that are on their way. */
  get loads() {
    return this.#parts.loads;
  }

  /** Resolves when all images have the size that they have in the page. */
  async imagesSettled(): Promise<void> {
    await rendered(this.nodes.roots());
    await this.#parts.properties.images.loads.settled();
  }

  /** The op that began this page: its children come next. */
  enter(id: NodeId): void {
    this.nodes.define(id, this.document);
    this.#tree.enter(this.document);
  }

  beginFrame(): void {
    this.#tree.begin();
  }

  endFrame(): void {
    const parts = this.#parts;
    this.#tree.end();
    for (const details of this.#open) setAttributeOf(details, 'open', '');
    this.#open.clear();
    parts.sheets.flush();
    parts.properties.flush();
    if (this.#shown) parts.properties.whole();
    if (this.#structureChanged) {
      parts.selections.treeChanged();
      parts.states.treeChanged();
    }
    parts.selections.flush();
    this.#structureChanged = false;
    parts.states.flush();
    for (const op of this.#hashes.splice(0)) {
      const request = this.#integrity.compare(op);
      if (request) this.#differs(request);
    }
  }

  /** A page that begins to show has its entry transitions behind it: the customer has seen them. */
  shown(): void {
    this.#shown = true;
    this.#parts.properties.whole();
    const { CSSTransition } = this.stage.document.defaultView ?? {};
    for (const animation of this.stage.document.getAnimations())
      if (CSSTransition && animation instanceof CSSTransition) animation.finish();
  }

  /** Layout is read here, so it comes once a frame, when the page is to be seen. */
  afterLayout(): void {
    try {
      this.#parts.animations.apply();
    } finally {
      this.#parts.scrolls.apply();
    }
  }

  /** What only some viewers may see, in the place of its mask. */
  disclose(op: Op): void {
    if (this.#disclosed.takes(op)) this.apply(op);
  }

  apply(op: Op): void {
    const parts = this.#parts;
    this.#size.say(saidBy(op));
    switch (op.op) {
      case 'attribute':
        this.#attribute(op);
        return;
      case 'data':
        this.#data(op.node, op.data);
        return;
      case 'property':
        parts.properties.set(op);
        return;
      case 'scroll': {
        const node = this.nodes.node(op.node);
        if (node) parts.scrolls.set(node, op.x, op.y);
        return;
      }
      case 'box': {
        const element = this.nodes.element(op.node);
        if (element) showBox(element, op, parts.own);
        return;
      }
      case 'canvas': {
        const painted = this.nodes.element(op.node);
        if (painted) parts.canvases.paint(painted, op);
        return;
      }
      case 'animations': {
        const element = this.nodes.element(op.node);
        if (element) parts.animations.set(element, op.animations);
        return;
      }
      case 'media': {
        const media = this.nodes.element(op.node);
        if (media) applyMedia(media as HTMLMediaElement, op);
        return;
      }
      case 'sheet':
        parts.constructed.define(op);
        return;
      case 'sheetText': {
        const owner = this.nodes.element(op.sheet);
        if (owner) parts.sheets.linkedText(owner, op.text);
        return;
      }
      case 'sheetRules':
      case 'ruleInsert':
      case 'ruleDelete':
      case 'ruleText':
      case 'declaration':
      case 'sheetState':
        this.#sheetOp(op);
        return;
      case 'adopted': {
        const root = this.nodes.node(op.root);
        if (root && (typeOf(root) === 9 || typeOf(root) === 11)) {
          parts.constructed.adopt(root as Document | ShadowRoot, op.sheets);
        }
        return;
      }
      case 'viewport':
        this.stage.resize(op.width, op.height);
        return;
      case 'pointer':
      case 'click':
        return;
      case 'focus':
        parts.states.point('focus', this.nodes.element(op.node), op.visible);
        parts.selections.inFront(op.node !== 0 || op.visible);
        return;
      case 'hover':
      case 'active':
      case 'target':
        parts.states.point(op.op, this.nodes.element(op.node));
        return;
      case 'selection':
      case 'inputSelection':
        parts.selections.set(op);
        return;
      case 'hash':
        this.#hashes.push(op);
        if (this.#hashes.length > mostHashes) throw new Lie('More is to be compared than can be.');
        return;
      case 'colorScheme':
        this.stage.prefer(op.dark ? 'dark' : 'light');
        return;
      default:
        this.#tree.apply(op satisfies TreeOp);
        return;
    }
  }

  dispose(): void {
    this.#parts.dispose();
    this.stage.remove();
  }

  // What the tree tells -------------------------------------------------------------------------------------

  openNested(host: Element, mode: DocumentMode): Document | undefined {
    return this.#nested.open(host, mode);
  }

  elementBuilt(element: Element, attributes: readonly Attribute[]): void {
    // One of a group that is on its way out closed it.
    if (localNameOf(element) === 'details' && attributes.some(([name]) => name === 'open'))
      this.#open.add(element);
    if (localNameOf(element) === 'input') this.#parts.properties.built(element);
    this.#parts.elementBuilt(element, attributes);
  }

  textBuilt(parent: Node, text: Text, data: string): void {
    if (isScript(parent)) return;
    if (isStyle(parent)) this.#parts.sheets.text(parent as Element, text, data);
    else text.data = data;
  }

  childrenChanged(parent: Node): void {
    this.#structureChanged = true;
    if (typeOf(parent) === 1 && isStyle(parent)) this.#parts.sheets.changed(parent as Element);
  }

  coming(parent: Node, node: Node): void {
    if (isStyle(parent)) this.#parts.sheets.coming(parent as Element, node);
  }

  reinserted(node: Node): void {
    this.#nested.reinserted(node);
  }

  removed(node: Node): void {
    this.nodes.walk(node, (each) => {
      this.#parts.scrolls.removed(each);
      if (typeOf(each) !== 1) return;
      this.#parts.states.removed(each as Element);
      this.#parts.animations.removed(each as Element);
    });
  }

  #attribute(op: Extract<Op, { op: 'attribute' }>): void {
    const element = this.nodes.element(op.node);
    if (!element) return;
    if (localNameOf(element) === 'link' && op.name === 'href') {
      this.#parts.sheets.linked(element, op.value);
      return;
    }
    if (op.name === 'open') this.#open.delete(element);
    this.#builder.attribute(element, op.name, op.namespace, op.value);
    if (localNameOf(element) === 'input') this.#parts.properties.attributeChanged();
    if (localNameOf(element) === 'link') this.#parts.sheets.linkChanged(element);
    if (localNameOf(element) === 'img' && op.name === 'src')
      this.#parts.properties.images.sourceChanged(element as HTMLImageElement);
    if (/^(object|embed)$/.test(localNameOf(element)) && /^(data|src)$/.test(op.name))
      this.#parts.picture(element, op.value);
    if (localNameOf(element) === 'canvas') this.#parts.canvases.blank(element as HTMLCanvasElement);
  }

  #data(id: NodeId, data: string): void {
    const node = this.nodes.node(id);
    if (!node || typeOf(node) < 3 || typeOf(node) > 8) return;
    const parent = parentOf(node);
    if (parent && isScript(parent)) return;
    if (parent && isStyle(parent) && typeOf(node) === 3)
      this.#parts.sheets.text(parent as Element, node as Text, data);
    else changeText(node as CharacterData, data);
  }

  #sheetOp(op: SheetOp): void {
    if (this.#parts.constructed.has(op.sheet)) {
      this.#parts.constructed.apply(op);
      return;
    }
    const owner = this.nodes.element(op.sheet);
    if (owner) this.#parts.sheets.apply(owner, op);
  }
}

const isScript = (node: Node) => localNameOf(node) === 'script';
