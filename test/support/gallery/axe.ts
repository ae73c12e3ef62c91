/** Asks axe what is wrong with a page. */
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

interface Axe {
  readonly run: () => Promise<{
    readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] }[];
  }>;
}

/** Once per page that is loaded. */
export async function addAxe(page: Page): Promise<void> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
}

/** Each rule that is broken with the elements that break it; empty when nothing is wrong. */
export async function violations(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe };
    return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}
