import { createTheme, type MantineThemeOverride } from '@mantine/core';
import { fair, good, night, poor, sea, slate } from './palette.ts';

/** Chosen for all-day use: 14 px text, tight controls, one accent. */
export const theme: MantineThemeOverride = createTheme({
  fontFamily: "'Inter Variable', 'Segoe UI', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', 'Cascadia Mono', Consolas, monospace",
  headings: { fontFamily: "'Inter Variable', 'Segoe UI', system-ui, sans-serif", fontWeight: '620' },
  primaryColor: 'sea',
  primaryShade: { light: 7, dark: 6 },
  colors: { sea, gray: slate, dark: night, good, fair, poor },
  white: '#ffffff',
  black: '#1d2428',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '16px' },
  components: {
    Tooltip: { defaultProps: { withArrow: true, openDelay: 350, fz: 'xs' } },
    // A lock of the page's scroll would inject a style element, which a strict policy refuses.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 'lg',
        padding: 'lg',
        overlayProps: { backgroundOpacity: 0.4 },
      },
      styles: { title: { fontSize: '1rem', fontWeight: 620 } },
    },
  },
});
