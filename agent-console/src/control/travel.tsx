import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconWorld } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../words/language-context.tsx';
import type { ControlDesk } from './control-desk.ts';

/** Where the customer's page goes next: back, forward, or to an address within the bank's own. */
export function Travel({ desk, disabled }: { readonly desk: ControlDesk; readonly disabled: boolean }) {
  const { control } = useWords();
  const [opened, setOpened] = useState(false);
  const [address, setAddress] = useState('');
  return (
    <>
      {(['Back', 'Forward'] as const).map((type) => (
        <Tooltip key={type} label={control[type === 'Back' ? 'back' : 'forward']}>
          <ActionIcon
            variant="default"
            size={30}
            disabled={disabled}
            aria-label={control[type === 'Back' ? 'back' : 'forward']}
            onClick={() => desk.act({ type })}
          >
            {type === 'Back' ? (
              <IconArrowLeft size={16} aria-hidden="true" />
            ) : (
              <IconArrowRight size={16} aria-hidden="true" />
            )}
          </ActionIcon>
        </Tooltip>
      ))}
      <Popover opened={opened} onChange={setOpened} position="top" trapFocus withinPortal>
        <Popover.Target>
          <Tooltip label={control.navigate}>
            <ActionIcon
              variant="default"
              size={30}
              disabled={disabled}
              aria-label={control.navigate}
              onClick={() => setOpened(!opened)}
            >
              <IconWorld size={16} aria-hidden="true" />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setOpened(false);
              if (address.trim()) desk.act({ type: 'Navigate', address: address.trim() });
            }}
          >
            <TextInput
              label={control.address}
              description={control.addressHint}
              value={address}
              data-autofocus
              onChange={(event) => setAddress(event.currentTarget.value)}
            />
            <Button type="submit" size="compact-sm" mt={8}>
              {control.open}
            </Button>
          </form>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
