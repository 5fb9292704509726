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
import { initials } from './identity.ts';
import styles from './identity-menu.module.css';
import type { Identity } from './sign-in-state.ts';

const schemes = [
  { value: 'light', label: 'Light', icon: IconSun },
  { value: 'dark', label: 'Dark', icon: IconMoon },
  { value: 'auto', label: 'Like the system', icon: IconDeviceDesktop },
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
  return (
    <Menu position="top-start" width={240} shadow="md">
      <Menu.Target>
        <UnstyledButton className={styles['target'] ?? ''}>
          <span className="out-of-sight">Signed in as</span>
          <span className={styles['badge']} aria-hidden="true">
            {initials(identity.name)}
          </span>
          <span className={styles['text']}>
            <span className={styles['name']}>{identity.name}</span>
            {identity.detail && <span className={styles['detail']}>{identity.detail}</span>}
          </span>
          <span className="out-of-sight">Account menu</span>
          <IconSelector size={16} className={styles['chevron'] ?? ''} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Appearance</Menu.Label>
        <Menu.RadioGroup
          value={colorScheme}
          onChange={(value) => setColorScheme(value as MantineColorScheme)}
        >
          {schemes.map(({ value, label, icon: Icon }) => (
            <Menu.RadioItem key={value} value={value} rightSection={<Icon size={16} aria-hidden="true" />}>
              {label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        {onPolicy && (
          <Menu.Item leftSection={<IconShieldLock size={16} aria-hidden="true" />} onClick={onPolicy}>
            Masking policy
          </Menu.Item>
        )}
        {onRetention && (
          <Menu.Item leftSection={<IconArchive size={16} aria-hidden="true" />} onClick={onRetention}>
            Kept sessions
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden="true" />} onClick={onShortcuts}>
          Keyboard shortcuts
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden="true" />} onClick={onSignOut}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
