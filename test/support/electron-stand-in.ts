/** Runs the built desktop application without Electron: main in a process of its own, its window a real Chromium page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import { type Attempt, attempts, type FromMain, type Question, type ToMain, type WindowWish } from './electron-wire.ts';

const main = fileURLToPath(new URL('../../out/main/main.js', import.meta.url));
const hook = new URL('electron-hook.ts', import.meta.url).href;

/** Electron lets a page read the files beside it; Chromium must be told. */
export const standInArgs = ['--allow-file-access-from-files'] as const;

export interface Desktop {
  /** Resolves when the window is there; never where the application opens none. */
  readonly window: () => Promise<{ readonly page: Page; readonly wish: WindowWish }>;
  /** The next question to the person; `answer` presses the button of that number. */
  readonly question: () => Promise<Question & { readonly answer: (button: number) => void }>;
  /** What the application answers to each thing the page may try. */
  readonly tried: () => Promise<Readonly<Record<Attempt, boolean>>>;
  /** What was done to the window so far, in order. */
  readonly calls: readonly string[];
  readonly tell: (message: ToMain) => void;
  readonly onMessage: (listener: (message: FromMain) => void) => void;
  /** Closes the window as a person does; resolves with the exit code. */
  readonly close: () => Promise<number | null>;
  /** Resolves with the exit code when the application has ended. */
  readonly ended: Promise<number | null>;
  readonly kill: () => void;
}

export function startDesktop(browser: Browser, record: string, { isSecond = false } = {}): Desktop {
  const child = spawn(process.execPath, ['--import', hook, main, '--record', record], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', STAND_IN_IS_SECOND: isSecond ? '1' : '0' },
  });
  const heard = new EventEmitter();
  const calls: string[] = [];
  const questions: Question[] = [];
  const tell = (message: ToMain) => void (child.connected && child.send(message));
  let page: Page | null = null;
  const opened = new Promise<{ page: Page; wish: WindowWish }>((resolve) => {
    child.on('message', (message: FromMain) => {
      if (message.is === 'window') {
        void openPage(browser, message.wish, tell).then(async (made) => {
          page = made; // before it loads: main answers while it does
          await made.goto(pathToFileURL(message.file).href);
          tell({ is: 'loaded' });
          resolve({ page: made, wish: message.wish });
        });
      }
      if (message.is === 'to page') void page?.evaluate(fromMain, [message.channel, message.args] as const).catch(() => undefined);
      if (message.is === 'called') calls.push(message.method);
      if (message.is === 'question') questions.push(message.question);
      heard.emit(message.is, message);
    });
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return {
    window: () => opened,
    calls,
    tell,
    onMessage: (listener) => void child.on('message', listener),
    ended,
    question: async () => {
      if (questions.length === 0) await once(heard, 'question');
      return { ...(questions.shift() as Question), answer: (button) => tell({ is: 'answer', button }) };
    },
    tried: async () => {
      const answers = {} as Record<Attempt, boolean>;
      for (const attempt of attempts) {
        const answer = once(heard, 'tried');
        tell({ is: 'attempt', attempt });
        const [{ isAllowed }] = (await answer) as [{ isAllowed: boolean }];
        answers[attempt] = isAllowed;
      }
      return answers;
    },
    close: async () => {
      await page?.context().close();
      tell({ is: 'closed' });
      return ended;
    },
    kill: () => stop(child),
  };
}

function stop(child: ChildProcess): void {
  if (child.exitCode === null) child.kill('SIGKILL');
}

async function openPage(browser: Browser, { width, height, webPreferences }: WindowWish, tell: (message: ToMain) => void) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  await page.exposeBinding('standInToMain', ({ frame }, channel: string, args: readonly unknown[]) =>
    tell({ is: 'from page', channel, args, url: frame.url() }),
  );
  await page.addInitScript(preloadScript(readFileSync(webPreferences.preload, 'utf8')));
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) tell({ is: 'navigated' });
  });
  return page;
}

/** Runs in the page: hands a message of main to those who listen for it. */
function fromMain([channel, args]: readonly [string, readonly unknown[]]): void {
  window.dispatchEvent(new CustomEvent(`stand-in:${channel}`, { detail: args }));
}

/** The preload with all that a sandboxed one is given: it may require `electron` and nothing else. */
function preloadScript(preload: string): string {
  return `(() => {
    const toMain = window.standInToMain;
    const listeners = new Map();
    const electron = {
      contextBridge: {
        exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: Object.freeze(api) }),
      },
      ipcRenderer: {
        on: (channel, listener) => {
          const own = (event) => listener({}, ...event.detail);
          listeners.set(listener, own);
          window.addEventListener('stand-in:' + channel, own);
        },
        off: (channel, listener) => window.removeEventListener('stand-in:' + channel, listeners.get(listener)),
        send: (channel, ...args) => void toMain(channel, args),
      },
    };
    const require = (name) => {
      if (name === 'electron') return electron;
      throw new Error('a sandboxed preload cannot require ' + name);
    };
    (function (require, module, exports) {${preload}
    })(require, { exports: {} }, {});
  })()`;
}
