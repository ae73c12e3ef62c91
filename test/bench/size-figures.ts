/** The weight of the screens' first load: the page, its entry and all the entry imports before it can run, gzipped. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.ts';

const LIMIT_KB = 450;

export function sizeFigures(webRoot: string): readonly Figure[] {
  const page = readFileSync(join(webRoot, 'index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)].map(([, file]) => join(webRoot, file as string));
  const files = new Set<string>();
  for (const file of named) addWithImports(file, files);
  const weigh = (ending: string) => [...files].filter((file) => file.endsWith(ending)).reduce((sum, file) => sum + gzipped(file), 0);
  const [js, css] = [weigh('.js'), weigh('.css')];
  const inKb = (name: string, bytes: number, limit: number | null): Figure => ({ name, value: bytes / 1_000, unit: 'kB', limit });
  return [
    inKb(`first load, gzipped, ${files.size} files`, js + css, LIMIT_KB),
    inKb('  of it JavaScript', js, null),
    inKb('  of it CSS', css, null),
  ];
}

/** Adds `file` and what it imports statically; what it imports when it is wanted is no part of the first load. */
function addWithImports(file: string, files: Set<string>): void {
  if (files.has(file)) return;
  files.add(file);
  if (!file.endsWith('.js')) return;
  const imports = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g);
  for (const [, path] of imports) addWithImports(join(dirname(file), path as string), files);
}

const gzipped = (file: string) => gzipSync(readFileSync(file)).length;
