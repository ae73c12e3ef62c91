/** The look of every screen: tokens, fonts and Mantine's theme, dark unless the person chose light. */
import './reset.css';
import './fonts.css';
import './tokens.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '../ui/words.css';
import '../ui/controls.css';
import '../ui/marks.css';
import '../ui/figures.css';
import '../ui/regions.css';
import { localStorageColorSchemeManager, MantineProvider, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { bridgeTokens, mantineTheme } from './mantine-theme.ts';

/** `public/scheme.js` reads the same key before the first paint. */
const colorSchemeManager = localStorageColorSchemeManager({ key: 'gantry.scheme' });

export function ThemeProvider({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={bridgeTokens}
      defaultColorScheme="dark"
      colorSchemeManager={colorSchemeManager}
      withGlobalClasses={false}
    >
      {children}
    </MantineProvider>
  );
}

/** Which side of the tokens is shown, and the act that turns it. The choice is kept on this machine. */
export function useScheme(): { readonly scheme: 'dark' | 'light'; readonly toggle: () => void } {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const scheme = colorScheme === 'light' ? 'light' : 'dark';
  return { scheme, toggle: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark') };
}
