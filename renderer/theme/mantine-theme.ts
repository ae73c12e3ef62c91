/** Mantine dressed in the tokens: its sizes, its one accent, and its variables bridged to ours. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/* Shade 4 is the accent on dark, shade 7 on light; both are the token's two sides. The others are steps between them. */
const accent: MantineColorsTuple = [
  '#eaf5fd',
  '#d2e9fa',
  '#b4dcf9',
  '#93cef8',
  '#74c0f7',
  '#4da3de',
  '#2a84c0',
  '#0a66a3',
  '#08527f',
  '#063d60',
];

export const mantineTheme = createTheme({
  fontFamily: 'var(--words)',
  fontFamilyMonospace: 'var(--facts)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '2px', sm: '3px' },
  defaultRadius: 'xs',
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  respectReducedMotion: true,
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  colors: { accent },
  cursorType: 'default',
  focusRing: 'never',
});

const bridge: Readonly<Record<string, string>> = {
  '--mantine-color-body': 'var(--base)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--stop)',
  '--mantine-color-success': 'var(--good)',
  '--mantine-color-default': 'var(--lift)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--edge)',
  '--mantine-color-default-hover': 'var(--pick)',
  '--mantine-color-anchor': 'var(--accent)',
};

/** The tokens already follow the color scheme, so both schemes get the same bridge. */
export const bridgeTokens: CSSVariablesResolver = () => ({ variables: {}, light: bridge, dark: bridge });
