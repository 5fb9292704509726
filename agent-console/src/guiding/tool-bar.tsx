import type { Refusal } from '@cobrowse/client/protocol';
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowUpRight,
  IconClockHour3,
  IconEraser,
  IconFocusCentered,
  IconForms,
  IconHandClick,
  IconMessage,
  IconPencil,
  IconPointer,
  IconSquare,
} from '@tabler/icons-react';
import { type ComponentType, type KeyboardEvent, type ReactNode, type Ref, useRef, useState } from 'react';
import type { ControlSeat } from '../control/control-seat.ts';
import type { Words } from '../words/en/index.ts';
import { useWords } from '../words/language-context.tsx';
import { drawingProblem } from './problem-words.ts';
import styles from './tool-bar.module.css';
import { type Tool, tools } from './tools.ts';

const icons: Readonly<Record<Tool, ComponentType<{ size: number; stroke: number; 'aria-hidden': true }>>> = {
  pointer: IconPointer,
  spotlight: IconFocusCentered,
  arrow: IconArrowUpRight,
  box: IconSquare,
  pen: IconPencil,
  label: IconMessage,
  value: IconForms,
};

interface ToolBarProps {
  readonly control: ControlSeat;
  readonly onControl: () => void;
  readonly tool: Tool;
  readonly onTool: (tool: Tool) => void;
  readonly labels: readonly string[];
  readonly label: string | undefined;
  readonly onLabel: (label: string) => void;
  readonly fades: boolean;
  readonly onFades: (fades: boolean) => void;
  /** How many drawings can be taken back. */
  readonly count: number;
  /** Why the last drawing does not show to the customer. */
  readonly problem: Refusal | undefined;
  readonly onUndo: () => void;
  readonly onClear: () => void;
  readonly disabled: boolean;
}

/** What the agent guides with. */
export function ToolBar(props: ToolBarProps) {
  const { tool, onTool, labels, label, onLabel, fades, onFades, count, onUndo, onClear, disabled, problem } =
    props;
  const { control, onControl } = props;
  const { control: controlWords, guiding: words } = useWords();
  const bar = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string>();
  const current = words.tools[tool].name;
  const goes =
    focused !== undefined && (count > 0 || (focused !== words.undo.name && focused !== words.clear.name));
  /** One stop for the tab key; the arrows go on from there. */
  const stop = goes ? focused : current;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const all = Array.from(bar.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? []);
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    event.preventDefault();
    all[(at + step + all.length) % all.length]?.focus();
  };
  return (
    <>
      <div
        ref={bar}
        className={styles['bar']}
        role="toolbar"
        aria-label={words.label}
        aria-orientation="vertical"
        onKeyDown={move}
        onFocus={(event) => setFocused(event.target.getAttribute('aria-label') ?? undefined)}
      >
        {tools.map(({ name, key }) => {
          const tip = words.tools[name];
          const Icon = icons[name];
          const item = (
            <Item
              key={name}
              words={tip.name}
              stop={stop === tip.name}
              shortcut={key}
              hint={tip.hint}
              pressed={tool === name}
              disabled={disabled}
              onClick={() => onTool(name)}
            >
              <Icon size={19} stroke={1.7} aria-hidden={true} />
            </Item>
          );
          if (name !== 'label') return item;
          if (labels.length === 0) return null;
          return (
            <Menu key={name} position="right-start" offset={8} withinPortal>
              <Menu.Target>{item}</Menu.Target>
              <Menu.Dropdown>
                <Menu.Label>{words.approved}</Menu.Label>
                {labels.map((text) => (
                  <Menu.Item
                    key={text}
                    fw={text === label ? 700 : undefined}
                    onClick={() => {
                      onLabel(text);
                      onTool('label');
                    }}
                  >
                    {text}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          );
        })}
        <div className={styles['gap']} role="presentation" />
        <Item
          words={words.fades.name}
          stop={stop === words.fades.name}
          hint={fades ? words.fades.on : words.fades.off}
          pressed={fades}
          disabled={disabled}
          onClick={() => onFades(!fades)}
        >
          <IconClockHour3 size={19} stroke={1.7} aria-hidden={true} />
        </Item>
        <Item
          words={words.undo.name}
          stop={stop === words.undo.name}
          shortcut="u"
          hint={words.undo.hint}
          disabled={disabled || count === 0}
          onClick={onUndo}
        >
          <IconArrowBackUp size={19} stroke={1.7} aria-hidden={true} />
        </Item>
        <Item
          words={words.clear.name}
          stop={stop === words.clear.name}
          shortcut="x"
          hint={words.clear.hint}
          disabled={disabled || count === 0}
          onClick={onClear}
        >
          <IconEraser size={19} stroke={1.7} aria-hidden={true} />
        </Item>
        <div className={styles['gap']} role="presentation" />
        <Item
          words={controlWords.tool}
          stop={stop === controlWords.tool}
          shortcut="k"
          hint={controlHint(control, controlWords)}
          pressed={control.type === 'held' || control.type === 'yielded'}
          disabled={disabled || control.type === 'taken'}
          onClick={onControl}
        >
          <IconHandClick size={19} stroke={1.7} aria-hidden={true} />
        </Item>
      </div>
      <p className={styles['problem']} role="status">
        {problem && drawingProblem(problem, words.problem)}
      </p>
    </>
  );
}

function controlHint(seat: ControlSeat, words: Words['control']): string {
  switch (seat.type) {
    case 'free':
      return words.ask;
    case 'asking':
      return words.cancel;
    case 'taken':
      return words.taken(seat.name);
    case 'held':
    case 'yielded':
      return words.release;
    default:
      return seat satisfies never;
  }
}

interface ItemProps {
  readonly words: string;
  readonly hint: string;
  /** Whether the tab key stops here. */
  readonly stop: boolean;
  readonly shortcut?: string;
  readonly pressed?: boolean;
  readonly disabled: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

function Item({ words, hint, stop, shortcut, pressed, disabled, onClick, children, ...rest }: ItemProps) {
  const { withKey } = useWords().guiding;
  return (
    <Tooltip
      label={
        <>
          {shortcut ? withKey(words, shortcut.toUpperCase()) : words}
          <br />
          {hint}
        </>
      }
      position="right"
      multiline
      maw={240}
    >
      <ActionIcon
        {...rest}
        size={36}
        variant={pressed ? 'filled' : 'subtle'}
        color={pressed ? 'sea' : 'gray'}
        tabIndex={stop ? 0 : -1}
        aria-label={words}
        aria-keyshortcuts={shortcut?.toUpperCase()}
        aria-pressed={pressed}
        disabled={disabled}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
