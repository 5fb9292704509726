import { useState, useSyncExternalStore } from 'react';
import { useRememberedFlag } from '../keyboard/remembered-flag.ts';
import { useShortcuts } from '../keyboard/use-shortcuts.ts';
import type { DeskState, DrawingDesk } from './drawing-desk.ts';
import type { Tool } from './tools.ts';

const none: DeskState = { count: 0, problem: undefined };
const never = () => () => undefined;
const nothing = () => none;

/** The agent's choice of tools, and the keys for it. */
export function useTools(
  desk: DrawingDesk | undefined,
  labels: readonly string[],
  enabled: boolean,
  onControl: (() => void) | undefined,
) {
  const [tool, onTool] = useState<Tool>('pointer');
  const [chosen, onLabel] = useState<string>();
  const [fades, onFades] = useRememberedFlag('fading-lines', true);
  const [keysOn] = useRememberedFlag('shortcuts', true);
  const state = useSyncExternalStore(desk?.subscribe ?? never, desk?.state ?? nothing);
  const label = chosen !== undefined && labels.includes(chosen) ? chosen : labels[0];
  const onUndo = () => desk?.undo();
  const onClear = () => desk?.clear();
  useShortcuts(
    {
      p: () => onTool('pointer'),
      s: () => onTool('spotlight'),
      a: () => onTool('arrow'),
      r: () => onTool('box'),
      d: () => onTool('pen'),
      v: () => onTool('value'),
      t: () => labels.length > 0 && onTool('label'),
      u: onUndo,
      x: onClear,
      k: () => onControl?.(),
      escape: () => onTool('pointer'),
    },
    enabled && keysOn,
  );
  return { tool, onTool, label, onLabel, fades, onFades, state, onUndo, onClear };
}
