/** A real Chromium for tests that start one themselves; the others get theirs from Playwright's configuration. */
import { type Browser, chromium } from '@playwright/test';
import { findBrowser } from '../../build/browser.mjs';

/** Opens a headless browser; the caller closes it. Rejects with all that was tried where there is none. */
export async function launchBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args: [...args, ...extraArgs], env: { ...process.env, ...env } });
}
