import { Kbd, Modal, Switch } from '@mantine/core';
import { useWords } from '../words/language-context.tsx';
import { shortcutTable } from './shortcut-table.ts';
import styles from './shortcuts-help.module.css';

const places = ['Queue', 'Session', 'Guiding', 'Everywhere'] as const;

interface ShortcutsHelpProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly enabled: boolean;
  readonly onEnabled: (enabled: boolean) => void;
}

/** All shortcuts on one sheet, and the switch that turns them off for those whose speech software types. */
export function ShortcutsHelp({ opened, onClose, enabled, onEnabled }: ShortcutsHelpProps) {
  const { keyboard: words, shared } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={words.title}
      size="md"
      closeButtonProps={{ 'aria-label': shared.close }}
    >
      {places.map((place) => (
        <section key={place} className={styles['place']}>
          <h3>{words.places[place]}</h3>
          <dl>
            {shortcutTable
              .filter((shortcut) => shortcut.place === place)
              .map((shortcut) => (
                <div
                  key={shortcut.key}
                  className={styles['row']}
                  data-off={(!enabled && shortcut.key !== '?') || undefined}
                >
                  <dt>{words.keys[shortcut.key]}</dt>
                  <dd>
                    <Kbd>{shortcut.shown}</Kbd>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
      <Switch
        className={styles['switch'] ?? ''}
        label={words.single}
        description={words.singleHint}
        checked={enabled}
        onChange={(event) => onEnabled(event.currentTarget.checked)}
      />
    </Modal>
  );
}
