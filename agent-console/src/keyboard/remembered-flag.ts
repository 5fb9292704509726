import { useLocalStorage } from '@mantine/hooks';

/** A yes or no that this browser remembers. */
export function useRememberedFlag(
  name: string,
  otherwise: boolean,
): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useLocalStorage({
    key: `cobrowse-console-${name}`,
    defaultValue: otherwise,
    getInitialValueInEffect: false,
  });
  return [value, setValue];
}
