/** The renderer: wiring only. */
import './theme/reset.css'; // first of all styles: it fixes the order of the layers
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { watchForKey } from './client/room-key.ts';
import { ThemeProvider } from './theme/theme-provider.tsx';

watchForKey();

createRoot(document.getElementById('root') as HTMLElement).render(
  <ThemeProvider>
    <App />
  </ThemeProvider>,
);
