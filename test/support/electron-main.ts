/**
 * What the main process uses of Electron, for machines without it: its one window is a page that the test holds.
 * Not Electron: no sandbox, no second world for the preload, no menus, no asar.
 */
import { EventEmitter } from 'node:events';
import type { Attempt, FromMain, Question, ToMain, WindowWish } from './electron-wire.ts';

/** Set for a process that comes second: Electron's lock tells it so. */
const isSecond = process.env.STAND_IN_IS_SECOND === '1';

export const app = Object.assign(new EventEmitter(), {
  requestSingleInstanceLock: () => !isSecond,
  whenReady: async () => undefined,
  quit: () => {
    const event = anEvent();
    app.emit('will-quit', event);
    if (!event.isPrevented) process.exit(0);
  },
});

export const ipcMain = new EventEmitter();

type PermissionAnswer = (isGranted: boolean) => void;
let askPermission = (_contents: unknown, _permission: string, answer: PermissionAnswer) => answer(true);
let checkPermission = (_contents: unknown, _permission: string) => true;
export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler: typeof askPermission) => {
      askPermission = handler;
    },
    setPermissionCheckHandler: (handler: typeof checkPermission) => {
      checkPermission = handler;
    },
  },
};

let answerQuestion: ((button: number) => void) | null = null;
export const dialog = {
  showMessageBox: async ({ message, detail, buttons }: Question) => {
    tell({ is: 'question', question: { message, detail, buttons } });
    const response = await new Promise<number>((resolve) => {
      answerQuestion = resolve;
    });
    return { response, checkboxChecked: false };
  },
};

let isMinimized = false;
let windows: BrowserWindow[] = [];
export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): readonly BrowserWindow[] => windows;
  readonly webContents = openContents();
  readonly #wish: WindowWish;

  constructor(wish: WindowWish) {
    super();
    this.#wish = wish;
    windows = [...windows, this];
  }
  async loadFile(file: string): Promise<void> {
    tell({ is: 'window', wish: this.#wish, file });
  }
  isMinimized = () => isMinimized;
  show = () => tell({ is: 'called', method: 'show' });
  focus = () => tell({ is: 'called', method: 'focus' });
  restore = () => {
    isMinimized = false;
    tell({ is: 'called', method: 'restore' });
  };
}

function openContents() {
  return Object.assign(new EventEmitter(), {
    id: 1,
    isGone: false,
    isDestroyed(): boolean {
      return this.isGone;
    },
    send: (channel: string, ...args: readonly unknown[]) => tell({ is: 'to page', channel, args }),
    mayOpen: (_details: { readonly url: string }) => ({ action: 'allow' }),
    setWindowOpenHandler(handler: (details: { readonly url: string }) => { readonly action: string }) {
      this.mayOpen = handler as typeof this.mayOpen;
    },
  });
}

function tell(message: FromMain): void {
  process.send?.(message);
}

function anEvent() {
  return {
    isPrevented: false,
    preventDefault() {
      this.isPrevented = true;
    },
  };
}

process.on('message', (message: ToMain) => {
  const [window] = windows;
  if (message.is === 'second instance') app.emit('second-instance', {}, [], '');
  if (message.is === 'answer') answerQuestion?.(message.button);
  if (!window) return;
  const { webContents } = window;
  if (message.is === 'from page')
    ipcMain.emit(message.channel, { sender: webContents, senderFrame: { url: message.url } }, ...message.args);
  if (message.is === 'loaded') window.emit('ready-to-show');
  if (message.is === 'navigated') webContents.emit('did-navigate');
  if (message.is === 'minimized') isMinimized = true;
  if (message.is === 'attempt') tell({ is: 'tried', attempt: message.attempt, isAllowed: isAllowed(window, message.attempt) });
  if (message.is === 'closed') {
    windows = [];
    webContents.isGone = true;
    webContents.emit('destroyed');
    app.emit('window-all-closed');
  }
});

function isAllowed({ webContents }: BrowserWindow, attempt: Attempt): boolean {
  const url = 'https://other.example/';
  if (attempt === 'open a window') return webContents.mayOpen({ url }).action === 'allow';
  if (attempt === 'hold a permission') return checkPermission(webContents, 'geolocation');
  if (attempt === 'ask for a permission') {
    let isGranted = false;
    askPermission(webContents, 'geolocation', (answer) => {
      isGranted = answer;
    });
    return isGranted;
  }
  const event = anEvent();
  webContents.emit(attempt === 'navigate away' ? 'will-navigate' : 'will-attach-webview', event, url);
  return !event.isPrevented;
}
