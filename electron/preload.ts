/** The bridge between the page and the main process: strings in, strings out, nothing else of Electron reaches the page. */
import { contextBridge, ipcRenderer } from 'electron';
import { IPC_CHANNEL } from './transport/ipc-channel.ts';

interface Message {
  readonly connection: string;
  readonly open?: true;
  readonly data?: string;
  readonly close?: true;
}

contextBridge.exposeInMainWorld('gantry', {
  connect(onMessage: (message: Message) => void) {
    const connection = crypto.randomUUID();
    const listener = (_event: unknown, message: Message) => {
      if (message.connection === connection) onMessage(message);
    };
    ipcRenderer.on(IPC_CHANNEL, listener);
    ipcRenderer.send(IPC_CHANNEL, { connection, open: true });
    return {
      send: (data: string) => ipcRenderer.send(IPC_CHANNEL, { connection, data }),
      close: () => {
        ipcRenderer.send(IPC_CHANNEL, { connection, close: true });
        ipcRenderer.off(IPC_CHANNEL, listener);
      },
    };
  },
});
