import type { AssetSource, Attribute } from '../protocol/index.ts';
import type { AssetAddresses } from './asset-address.ts';
import { ActiveSelection } from './state/active-selection.ts';
import { Animations } from './state/animations.ts';
import { Canvases } from './state/canvases.ts';
import { LiveStates } from './state/live-states.ts';
import { Properties } from './state/properties.ts';
import { ScrollKeeper } from './state/scroll-keeper.ts';
import { Selections } from './state/selections.ts';
import { AssetSheets } from './style/asset-sheets.ts';
import { ConstructedSheets } from './style/constructed-sheets.ts';
import type { KeptSheets } from './style/kept-sheets.ts';
import { OwnRules } from './style/own-rules.ts';
import { OwnerSheets } from './style/owner-sheets.ts';
import { PendingLoads } from './style/pending-loads.ts';
import { SafeCss } from './style/safe-css.ts';
import { rulesIn } from './tree/document-methods.ts';
import { hasAttributeOf, localNameOf, rootOf } from './tree/dom-order.ts';
import type { NodeMap } from './tree/node-map.ts';

/** What keeps a page's styles and states, each in its own part. */
export class PageParts {
  readonly loads = new PendingLoads();
  readonly own = new OwnRules();
  readonly states = new LiveStates(this.own);
  readonly scrolls = new ScrollKeeper();
  readonly css: SafeCss;
  readonly assetSheets: AssetSheets;
  readonly sheets: OwnerSheets;
  readonly constructed: ConstructedSheets;
  readonly animations: Animations;
  readonly canvases: Canvases;
  readonly properties: Properties;
  readonly selections: Selections;

  readonly #addresses: AssetAddresses;
  readonly #nodes: NodeMap;

  constructor(assets: AssetSource, addresses: AssetAddresses, nodes: NodeMap, kept: KeptSheets) {
    this.#addresses = addresses;
    this.#nodes = nodes;
    this.css = new SafeCss(addresses, (pseudoClass) => this.states.use(pseudoClass));
    this.assetSheets = new AssetSheets(assets, this.css, kept);
    this.sheets = new OwnerSheets(this.css, this.assetSheets, this.loads);
    this.constructed = new ConstructedSheets(this.css, this.own);
    this.animations = new Animations(this.css);
    this.canvases = new Canvases(assets, this.own, this.loads);
    this.properties = new Properties(nodes, this.states, addresses);
    this.selections = new Selections(nodes, new ActiveSelection(this.own));
  }

  /** What some elements need beyond their attributes. */
  elementBuilt(element: Element, attributes: readonly Attribute[]): void {
    switch (localNameOf(element)) {
      case 'link':
        this.sheets.linked(element, attributes.find(([name]) => name === 'href')?.[1] ?? null);
        return;
      case 'noscript':
        this.#need(element, 'noscript');
        return;
      case 'video':
      case 'audio':
        this.#need(element, 'media');
        // Only a parser takes it from the attribute.
        (element as HTMLMediaElement).muted = hasAttributeOf(element, 'muted');
        return;
      case 'object':
      case 'embed':
        this.picture(element, attributes.find(([name]) => name === 'data' || name === 'src')?.[1]);
        return;
      case 'canvas':
        this.canvases.blank(element as HTMLCanvasElement);
        return;
      default:
        if (localNameOf(element).includes('-') || hasAttributeOf(element, 'is'))
          this.states.defined(element, false);
    }
  }

  /** The picture of an object or embed. */
  picture(element: Element, authored: string | null | undefined): void {
    this.canvases.picture(element, authored ? this.#addresses.resource(authored) : undefined);
  }

  /** What sheets hold, in characters; a rule counts as much as most of them say. */
  styleCharacters(): number {
    const rules = this.#nodes.roots().reduce((all, root) => all + rulesIn(root), 0);
    return this.constructed.characters() + this.sheets.characters + 200 * rules;
  }

  dispose(): void {
    this.assetSheets.dispose();
  }

  #need(element: Element, rule: 'noscript' | 'media'): void {
    const root = rootOf(element);
    if (root) this.own.need(root, rule);
  }
}
