/** The renderer: wiring only. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { ThemeProvider } from './theme/theme-provider.tsx';

createRoot(document.getElementById('root') as HTMLElement).render(
  <ThemeProvider>
    <App />
  </ThemeProvider>,
);
