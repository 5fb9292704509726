/**
 * The decoded operations of a frame body, as `body-reader.ts` yields them and the replica applies them.
 *
 * A body is a list of operations that move a cursor and build at it. Node ids are positive integers that live as
 * long as an epoch; an id that is defined again replaces the node that had it. An operation on an unknown id is
 * skipped: while a keyframe is being built, changes may speak of nodes that the walk has not reached, and the walk
 * will send their final state.
 *
 * Each body begins with the cursor nowhere. An `at` whose parent is unknown, or whose `after` is no child of it, puts it
 * nowhere too; what would build at a cursor that is nowhere is skipped.
 *
 * A keyframe in the middle of an epoch: its snapshot frames, from the one marked keyframe to the one marked last, say
 * what a replica in sync shows already. Such a replica (same epoch, no gap) decodes them, since tables begin anew with
 * them, and applies only the update and presence frames between. Any other starts afresh at the marked frame, applies
 * all that follows in order, and shows the document at the one marked last.
 */
export type NodeId = number;

/** Quirks mode of a document, as `compatMode` and its doctype make it. */
export type DocumentMode = 'no-quirks' | 'limited-quirks' | 'quirks';

/** Namespaces by short name; any other travels as its URI. */
export type Namespace = 'html' | 'svg' | 'mathml' | (string & {});

/** One attribute: qualified name, value, and its namespace when it has one. */
export type Attribute = readonly [name: string, value: string, namespace?: string];

/** Where a style sheet's rule stands: indices from the sheet down; an import rule's index leads into its sheet. */
export type RulePath = readonly number[];

export type PropertyName =
  | 'value'
  | 'checked'
  | 'indeterminate'
  | 'selected'
  | 'dialogOpen'
  | 'popoverOpen'
  | 'fullscreen'
  | 'customValidity'
  | 'customStates'
  | 'fileNames'
  | 'currentSource'
  | 'defined'
  | 'userInteracted'
  | 'slotAssignment'
  | 'imageState';

export type PropertyValue = string | boolean | number | readonly string[] | readonly NodeId[];

export type Op =
  // Structure -------------------------------------------------------------------------------------------------
  /** A document begins: the top one (`host` 0) or that of an iframe element. The cursor goes to its start. */
  | { op: 'document'; id: NodeId; host: NodeId; mode: DocumentMode }
  /** A shadow root on `host`. The cursor goes to its start; `up` leads back to the host's own children. */
  | {
      op: 'shadow';
      id: NodeId;
      host: NodeId;
      mode: 'open' | 'closed';
      delegatesFocus: boolean;
      manualSlots: boolean;
    }
  /** The cursor goes into `parent`, behind its child `after`; 0 is the start. */
  | { op: 'at'; parent: NodeId; after: NodeId }
  /** Removes `count` children behind the cursor. Nodes placed again in the same frame live on, others end with it. */
  | { op: 'remove'; count: number }
  /** Creates an element at the cursor and goes into it. */
  | { op: 'element'; id: NodeId; namespace: Namespace; name: string; attributes: readonly Attribute[] }
  | { op: 'text'; id: NodeId; data: string }
  | { op: 'cdata'; id: NodeId; data: string }
  | { op: 'comment'; id: NodeId; data: string }
  | { op: 'doctype'; id: NodeId; name: string; publicId: string; systemId: string }
  /** The cursor leaves the node it is in, to stand behind it. */
  | { op: 'up' }
  /** The content of a template element begins. The cursor goes to its start; `up` leaves it. */
  | { op: 'template'; id: NodeId; host: NodeId }
  /** Moves a known node, with its subtree, to the cursor, which then stands behind it. */
  | { op: 'place'; id: NodeId }
  /** `count` nodes placed one after another: `first`, `first + step`, … */
  | { op: 'placeRun'; first: NodeId; count: number; step: number }
  // Values ----------------------------------------------------------------------------------------------------
  | { op: 'attribute'; node: NodeId; name: string; namespace: string | null; value: string | null }
  | { op: 'data'; node: NodeId; data: string }
  | { op: 'property'; node: NodeId; name: PropertyName; value: PropertyValue }
  /** Scroll offsets in CSS pixels of an element, or of a document's viewport when `node` is a document. */
  | { op: 'scroll'; node: NodeId; x: number; y: number }
  /** An element whose content is not sent: shown as a labelled box of this size in CSS pixels. */
  | { op: 'box'; node: NodeId; width: number; height: number; label: 'blocked' | 'unreadable' }
  /** Integrity: `count` nodes in document order from `node` on have this hash, 32 bits, once the frame is applied. */
  | { op: 'hash'; node: NodeId; count: number; hash: number }
  /** A bitmap for a canvas, by asset hash, at its intrinsic size; or what a video shows. */
  | { op: 'canvas'; node: NodeId; hash: string; width: number; height: number }
  /** All animations of an element that its style alone does not make as they are; each as the JSON of its state. */
  | { op: 'animations'; node: NodeId; animations: readonly string[] }
  | { op: 'media'; node: NodeId; paused: boolean; time: number; rate: number; volume: number; muted: boolean }
  // Style -----------------------------------------------------------------------------------------------------
  /** A constructed sheet, to be adopted. Text is authored source with asset addresses in it. */
  | { op: 'sheet'; sheet: NodeId; text: string; media: string; disabled: boolean }
  /** The text of a linked or imported sheet whose owner element is `sheet`. */
  | { op: 'sheetText'; sheet: NodeId; text: string }
  /** All rules of a sheet that script has changed: replaces what its owner's text says. */
  | { op: 'sheetRules'; sheet: NodeId; path: RulePath; rules: readonly string[] }
  | { op: 'ruleInsert'; sheet: NodeId; path: RulePath; index: number; text: string }
  | { op: 'ruleDelete'; sheet: NodeId; path: RulePath; index: number }
  /** A rule's text set anew: `selectorText`, `mediaText`, a keyframe's key, … by replacing the rule. */
  | { op: 'ruleText'; sheet: NodeId; path: RulePath; text: string }
  /** A declaration changed in a rule of a sheet; a null value removes it. */
  | {
      op: 'declaration';
      sheet: NodeId;
      path: RulePath;
      property: string;
      value: string | null;
      important: boolean;
    }
  | { op: 'sheetState'; sheet: NodeId; disabled: boolean; media: string }
  /** The sheets that a document or shadow root adopts, in order. */
  | { op: 'adopted'; root: NodeId; sheets: readonly NodeId[] }
  // Presence and view -------------------------------------------------------------------------------------------
  | { op: 'viewport'; width: number; height: number; scale: number; offsetX: number; offsetY: number }
  /** Positions in CSS pixels of the viewport, each some milliseconds behind the frame's source time. */
  | { op: 'pointer'; points: readonly { x: number; y: number; at: number }[] }
  | { op: 'click'; x: number; y: number }
  /** The focused element, 0 for none; `visible` is `:focus-visible`, for none whether the page has the focus. */
  | { op: 'focus'; node: NodeId; visible: boolean }
  /** The innermost element under the pointer; its ancestors are hovered too. */
  | { op: 'hover'; node: NodeId }
  | { op: 'active'; node: NodeId }
  | { op: 'target'; node: NodeId }
  | {
      op: 'selection';
      anchor: NodeId;
      anchorOffset: number;
      focus: NodeId;
      focusOffset: number;
    }
  /** Selection inside an input or textarea. */
  | { op: 'inputSelection'; node: NodeId; start: number; end: number }
  /** The colour scheme that the customer prefers. */
  | { op: 'colorScheme'; dark: boolean };

/** One animation, as it travels. */
export interface AnimationState {
  /** The name of a CSS animation; script made those without. */
  readonly name?: string;
  readonly pseudo?: string | null;
  readonly keyframes?: readonly Readonly<Record<string, unknown>>[];
  readonly timing?: Readonly<Record<string, unknown>>;
  /** Milliseconds; null while it has no time. */
  readonly time: number | null;
  readonly state: string;
  readonly rate: number;
}

/** An asset address as it stands in attributes and CSS text: this prefix, then 64 hex digits of SHA-256. */
export const assetScheme = 'cobrowse-asset:';
