/** The one window of the desktop application, closed to everything but our own page. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow } from 'electron';

const page = join(import.meta.dirname, '../renderer/index.html');
/** The address of our page; messages from any other frame are not ours. */
export const pageUrl = pathToFileURL(page).href;

export function openMainWindow(): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1280,
    minHeight: 720,
    backgroundColor: '#0d1012',
    show: false,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  void window.loadFile(page);
  return window;
}

/** Brings the window that is there to the front; opens one when there is none. */
export function focusMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) {
    openMainWindow();
    return;
  }
  if (window.isMinimized()) window.restore();
  window.focus();
}
