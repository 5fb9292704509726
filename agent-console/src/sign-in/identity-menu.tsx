import { type MantineColorScheme, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconArchive,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSelector,
  IconShieldLock,
  IconSun,
} from '@tabler/icons-react';
import { AttentionItems } from '../attention/attention-items.tsx';
import { useWords } from '../words/language-context.tsx';
import { initials } from './identity.ts';
import styles from './identity-menu.module.css';
import type { Identity } from './sign-in-state.ts';

const schemes = [
  { value: 'light', icon: IconSun },
  { value: 'dark', icon: IconMoon },
  { value: 'auto', icon: IconDeviceDesktop },
] as const;

/** Who is signed in, and what belongs to them: appearance, shortcuts, sign-out. */
export function IdentityMenu({
  identity,
  onPolicy,
  onRetention,
  onShortcuts,
  onSignOut,
}: {
  readonly identity: Identity;
  readonly onPolicy: (() => void) | undefined;
  readonly onRetention: (() => void) | undefined;
  readonly onShortcuts: () => void;
  readonly onSignOut: () => void;
}) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { account: words } = useWords();
  return (
    <Menu position="top-start" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton className={styles['target'] ?? ''}>
          <span className="out-of-sight">{words.signedInAs}</span>
          <span className={styles['badge']} aria-hidden="true">
            {initials(identity.name)}
          </span>
          <span className={styles['text']}>
            <span className={styles['name']}>{identity.name}</span>
            {identity.detail && <span className={styles['detail']}>{identity.detail}</span>}
          </span>
          <span className="out-of-sight">{words.menu}</span>
          <IconSelector size={16} className={styles['chevron'] ?? ''} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words.appearance}</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          {schemes.map(({ value, icon: Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={16} aria-hidden="true" />}>
              {words.schemes[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <AttentionItems />
        <Menu.Divider />
        {onPolicy && (
          <Menu.Item leftSection={<IconShieldLock size={16} aria-hidden="true" />} onClick={onPolicy}>
            {words.policy}
          </Menu.Item>
        )}
        {onRetention && (
          <Menu.Item leftSection={<IconArchive size={16} aria-hidden="true" />} onClick={onRetention}>
            {words.retention}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden="true" />} onClick={onShortcuts}>
          {words.shortcuts}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={onSignOut}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
