/** What the stand-in for Electron says between the process that plays main and the test that holds the pages. */

/** The window as the application asked for it. */
export interface WindowWish {
  readonly width: number;
  readonly height: number;
  readonly webPreferences: Readonly<Record<string, unknown>> & { readonly preload: string };
}

/** What a page may try, and the application may forbid. */
export const attempts = ['open a window', 'navigate away', 'attach a webview', 'ask for a permission', 'hold a permission'] as const;
export type Attempt = (typeof attempts)[number];

export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

export type FromMain =
  | { readonly is: 'window'; readonly wish: WindowWish; readonly file: string }
  | { readonly is: 'to page'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly is: 'called'; readonly method: 'show' | 'focus' | 'restore' }
  | { readonly is: 'tried'; readonly attempt: Attempt; readonly isAllowed: boolean }
  | { readonly is: 'question'; readonly question: Question };

export type ToMain =
  | { readonly is: 'from page'; readonly channel: string; readonly args: readonly unknown[]; readonly url: string }
  | { readonly is: 'loaded' }
  | { readonly is: 'navigated' }
  | { readonly is: 'closed' }
  | { readonly is: 'minimized' }
  | { readonly is: 'second instance' }
  | { readonly is: 'attempt'; readonly attempt: Attempt }
  | { readonly is: 'answer'; readonly button: number };
