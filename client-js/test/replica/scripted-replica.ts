import { afterEach } from 'vitest';
import type { Op } from '../../src/protocol/index.ts';
import type { ReplicaRequest } from '../../src/protocol/replica-request.ts';
import { readRequest } from '../../src/protocol/request-reader.ts';
import { createReplica, type Replica } from '../../src/replica/index.ts';
import { MemoryAssets } from './memory-assets.ts';
import { ScriptedSource } from './scripted-source.ts';

const open: Replica[] = [];

/** A replica of a page that the test dictates. */
export function start() {
  const container = document.createElement('div');
  document.body.append(container);
  const assets = new MemoryAssets();
  const lost: string[] = [];
  const asked: (ReplicaRequest | undefined)[] = [];
  const replica = createReplica({
    container,
    assets,
    onLost: (reason) => lost.push(reason),
    onRequest: (bytes) => asked.push(readRequest(bytes)),
  });
  open.push(replica);
  const source = new ScriptedSource();
  const page = async (...body: Op[]) => {
    replica.apply(source.keyframe(source.page(body)));
    await replica.settled();
  };
  const send = async (...ops: Op[]) => {
    replica.apply(source.frame(ops));
    await replica.settled();
  };
  const style = (id: number) => replica.document.defaultView!.getComputedStyle(replica.element(id)!);
  return { assets, replica, source, page, send, style, lost, asked };
}

afterEach(() => {
  for (const replica of open.splice(0)) replica.dispose();
  document.body.replaceChildren();
});
