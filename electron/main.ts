/** The desktop application: wiring only. */
import { randomUUID } from 'node:crypto';
import { app, dialog, ipcMain, session } from 'electron';
import { startHost } from './app/host.ts';
import { recordFileFrom } from './record/default-place.ts';
import { openRecord } from './record/open.ts';
import { serveIpc } from './transport/ipc-server.ts';
import { offerBackup } from './window/damaged-record.ts';
import { focusMainWindow, openMainWindow, pageUrl } from './window/main-window.ts';

async function run(): Promise<void> {
  const file = recordFileFrom(process.argv, process.platform, process.env);
  if (!app.requestSingleInstanceLock({ file })) {
    app.quit();
    return;
  }
  await app.whenReady();
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  const opened = openRecord(file, Date.now());
  if (!opened.ok) {
    await offerBackup(opened.refusal, file, dialog);
    app.quit();
    return;
  }
  const host = startHost(opened.value);
  serveIpc(ipcMain, {
    createContext: () => host.contextFor({ id: randomUUID(), role: 'manager', name: 'Go-live desk' }),
    isOurs: (event) => event.senderFrame?.url.split('#')[0] === pageUrl,
  });
  openMainWindow();
  app.on('second-instance', focusMainWindow);
  app.on('activate', focusMainWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void host.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

void run();
