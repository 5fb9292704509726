import { AgentDrawings } from '@cobrowse/client/guide';
import type { Replica } from '@cobrowse/client/replica';
import { useEffect, useState } from 'react';
import { DrawingDesk, type SendDrawing } from './drawing-desk.ts';

/** The desk over a replica, whose drawings show in `layer`; one for each document that the replica shows. */
export function useDrawingDesk(
  replica: Replica | undefined,
  layer: HTMLElement | null,
  documents: number,
  send: SendDrawing,
  hue: string,
): DrawingDesk | undefined {
  const [desk, setDesk] = useState<DrawingDesk>();
  // Another document of the customer's has none of the drawings on it: nor shows this one any.
  useEffect(() => {
    if (!replica || !layer || documents === 0) return;
    const drawings = new AgentDrawings(layer, {
      locate: (node) => replica.element(node),
      get top() {
        return replica.document.defaultView ?? window;
      },
    });
    const made = new DrawingDesk(drawings, send, hue);
    made.clear();
    setDesk(made);
    return () => {
      drawings.clear();
      setDesk(undefined);
    };
  }, [replica, layer, documents, send, hue]);
  return desk;
}
