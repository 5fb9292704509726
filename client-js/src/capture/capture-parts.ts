import { Gate } from '../masking/gate.ts';
import { Afterthoughts } from './afterthoughts.ts';
import { AnimationCapture } from './animation-capture.ts';
import { AssetSender } from './asset-sender.ts';
import type { CaptureOptions } from './capture-contract.ts';
import { ChangeFlush } from './change-flush.ts';
import { ChildDiff } from './child-diff.ts';
import { CssAssets } from './css-assets.ts';
import { ElementState } from './element-state.ts';
import { FrameSender } from './frame-sender.ts';
import { LateRoots } from './late-roots.ts';
import { MutationCollector } from './mutation-collector.ts';
import { NodeIds } from './node-ids.ts';
import { NodeWriter, type NodeWriterDelegate } from './node-writer.ts';
import { PresenceCapture } from './presence-capture.ts';
import { ResourceAttributes, type ResourceDelegate } from './resource-attributes.ts';
import { Roots, type RootsDelegate } from './roots.ts';
import { windowScheduler } from './scheduler.ts';
import { StyleCapture } from './style-capture.ts';

export interface PartsDelegate extends NodeWriterDelegate, ResourceDelegate, RootsDelegate {
  stateChanged(element: Element): void;
  /** Something happens on the page. */
  woken(): void;
  mutated(): void;
}

export type CaptureParts = ReturnType<typeof captureParts>;

/** Puts together what one document's capture is made of. */
export function captureParts(
  options: CaptureOptions,
  document: Document,
  window: Window,
  delegate: PartsDelegate,
) {
  const gate = new Gate(options.policy, window.location.pathname);
  const ids = new NodeIds();
  const scheduler = windowScheduler(window);
  const sender = new FrameSender(options.onFrame, scheduler);
  const assets = new AssetSender(options.assets);
  const css = new CssAssets(assets, gate);
  const changes = new MutationCollector(() => delegate.mutated());
  const resources = new ResourceAttributes(assets, css, gate, delegate);
  const nodes = new NodeWriter(ids, gate, sender, resources, delegate);
  const roots = new Roots(delegate, gate);
  const styles = new StyleCapture(ids, nodes, css, changes, scheduler);
  const state = new ElementState(ids, nodes, gate);
  const afterthoughts = new Afterthoughts(ids, nodes, state, styles);
  const lateRoots = new LateRoots(ids, nodes, roots);
  const diff = new ChildDiff(ids, nodes, roots);
  const flush = new ChangeFlush(ids, nodes, gate, diff, styles, (element) => delegate.stateChanged(element));
  const animations = new AnimationCapture(ids, nodes, gate);
  const presence = new PresenceCapture(
    ids,
    gate,
    document,
    () => styles.roots(),
    () => delegate.woken(),
  );
  return {
    gate,
    ids,
    scheduler,
    sender,
    assets,
    css,
    changes,
    nodes,
    resources,
    roots,
    styles,
    state,
    afterthoughts,
    lateRoots,
    flush,
    animations,
    presence,
  };
}
