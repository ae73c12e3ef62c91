import { describe, expect, test } from 'vitest';
import { findBrowser } from '../../../build/browser.mjs';

const npmBrowser = { executablePath: '/npm/chromium', env: { LD_LIBRARY_PATH: '/npm/lib' } };

/** A Linux machine on which exactly these programs can be run. */
const machine = (...programs: string[]) => ({
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin', GANTRY_BROWSER: '/opt/mine/chrome' },
  runs: (file: string) => programs.includes(file),
  playwrightPath: () => '/playwright/chrome',
  unpack: async () => npmBrowser,
});

describe('a Chromium is looked for', () => {
  test('first where GANTRY_BROWSER says', async () => {
    const found = await findBrowser(machine('/playwright/chrome', '/usr/bin/chromium', '/opt/mine/chrome'));
    expect(found).toMatchObject({ kind: 'named', executablePath: '/opt/mine/chrome' });
  });

  test('then on PATH, Chromium before Chrome', async () => {
    const found = await findBrowser(machine('/playwright/chrome', '/usr/local/bin/google-chrome', '/usr/bin/chromium'));
    expect(found).toMatchObject({ kind: 'system', executablePath: '/usr/bin/chromium' });
  });

  test("then among Playwright's own", async () => {
    expect(await findBrowser(machine('/playwright/chrome'))).toMatchObject({ kind: 'playwright', executablePath: '/playwright/chrome' });
  });

  test('last in the npm package, with the libraries that come with it', async () => {
    expect(await findBrowser(machine())).toMatchObject({ kind: 'npm', ...npmBrowser });
  });

  test('on macOS among the applications', async () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(await findBrowser({ ...machine(chrome), platform: 'darwin' })).toMatchObject({ kind: 'system', executablePath: chrome });
  });

  test('on Windows below the folders for programs', async () => {
    const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
    const windows = { ...machine(edge), platform: 'win32', env: { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' } };
    expect(await findBrowser(windows)).toMatchObject({ kind: 'system', executablePath: edge });
  });
});

test('where there is no Chromium, the error names all that was tried, in order, and what to do', async () => {
  const none = {
    ...machine(),
    playwrightPath: () => {
      throw new Error('Playwright is not installed');
    },
    unpack: () => Promise.reject(new Error('made for linux-x64, this is darwin-arm64')),
  };
  await expect(findBrowser(none)).rejects.toThrow(
    [
      'No Chromium to test in. Tried, in this order:',
      '  - GANTRY_BROWSER: /opt/mine/chrome cannot be run',
      '  - the system: no Chromium, Chrome or Edge on PATH or in the usual places',
      "  - Playwright's own: Playwright is not installed",
      '  - the npm package @sparticuz/chromium: made for linux-x64, this is darwin-arm64',
      'Install one ("apt-get install chromium", or "npx playwright install chromium"), or name one: GANTRY_BROWSER=/path/to/chrome',
    ].join('\n'),
  );
});
