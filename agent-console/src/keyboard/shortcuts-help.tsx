import { Kbd, Modal, Switch } from '@mantine/core';
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
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title="Keyboard shortcuts"
      size="md"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {places.map((place) => (
        <section key={place} className={styles['place']}>
          <h3>{place}</h3>
          <dl>
            {shortcutTable
              .filter((shortcut) => shortcut.place === place)
              .map((shortcut) => (
                <div
                  key={shortcut.key}
                  className={styles['row']}
                  data-off={(!enabled && shortcut.key !== '?') || undefined}
                >
                  <dt>{shortcut.words}</dt>
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
        label="Single-key shortcuts"
        description="Turn them off if speech or switch software types keys for you."
        checked={enabled}
        onChange={(event) => onEnabled(event.currentTarget.checked)}
      />
    </Modal>
  );
}
