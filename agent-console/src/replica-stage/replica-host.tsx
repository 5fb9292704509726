import type { Replica } from '@cobrowse/client/replica';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useWords } from '../words/language-context.tsx';
import type { CustomerPresence } from './customer-presence.ts';
import type { FrameFeed } from './frame-feed.ts';
import { useReplicaFactory } from './replica-factory.tsx';

interface ReplicaHostProps {
  readonly frames: FrameFeed;
  readonly presence: CustomerPresence;
  readonly assetAddress: (hash: string) => string;
  readonly onRequest: (bytes: Uint8Array) => void;
  readonly onReplica: (replica: Replica | undefined) => void;
  readonly onPicture: () => void;
  readonly onLost: (reason: string) => void;
  readonly className: string | undefined;
}

/** Holds one replica for as long as it shows, and feeds it. Whatever the replica throws is thrown while rendering. */
export function ReplicaHost(props: ReplicaHostProps) {
  const { frames, presence } = props;
  const createReplica = useReplicaFactory();
  const container = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<{ readonly error: unknown }>();
  if (failure) throw failure.error;

  const assetAddress = useEffectEvent(props.assetAddress);
  const onRequest = useEffectEvent(props.onRequest);
  const onReplica = useEffectEvent(props.onReplica);
  const onPicture = useEffectEvent(props.onPicture);
  const onLost = useEffectEvent(props.onLost);
  const words = useWords().session.stage;
  const frameName = useEffectEvent(() => words.frame);

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    let replica: Replica;
    try {
      replica = createReplica({
        container: element,
        assets: { url: (hash) => assetAddress(hash) },
        shell: (mode) => `/console/replica/${mode}`,
        onRequest: (bytes) => onRequest(bytes),
        onPresence: (op) => presence.take(op),
        onDocument: () => {
          nameFrame(element, frameName());
          presence.documentChanged();
          onPicture();
        },
        onLost: (reason) => onLost(reason),
      });
    } catch (error) {
      setFailure({ error });
      return;
    }
    onReplica(replica);
    const whole = frames.attach((frame) => {
      try {
        replica.apply(frame);
      } catch (error) {
        frames.detach();
        setFailure({ error });
      }
    });
    if (!whole) onLost('More arrived than could be kept.');
    return () => {
      frames.detach();
      onReplica(undefined);
      try {
        replica.dispose();
      } catch {
        // It is gone from the page either way.
      }
      element.replaceChildren();
    };
  }, [createReplica, frames, presence]);

  return <div ref={container} className={props.className} />;
}

/** The agent tabs past the customer's page, and hears what it is. */
function nameFrame(container: HTMLElement, name: string) {
  for (const iframe of container.querySelectorAll('iframe')) {
    iframe.tabIndex = -1;
    iframe.title = name;
  }
}
