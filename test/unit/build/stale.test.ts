import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from '../../../build/build.mjs';

let project: string;
const targets = ['main', 'preload', 'renderer'] as const;
const fingerprints = () => targets.map((target) => fingerprint(target, project));

function save(file: string, text: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
}

/** The parts that a change makes stale. */
function staleAfter(change: () => void): string[] {
  const before = fingerprints();
  change();
  const after = fingerprints();
  return targets.filter((_target, at) => before[at] !== after[at]);
}

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'gantry-stale-'));
  for (const file of ['electron/main.ts', 'electron/preload.ts', 'shared/base/result.ts', 'renderer/app.tsx', 'package-lock.json'])
    save(file, 'one');
});
afterEach(() => rmSync(project, { recursive: true }));

test('nothing is stale while nothing changes', () => {
  expect(staleAfter(() => {})).toEqual([]);
});

test.each([
  ['a module of the screens', 'renderer/app.tsx', ['renderer']],
  ['a module of the application', 'electron/main.ts', ['main']],
  ['the preload', 'electron/preload.ts', ['main', 'preload']],
  ['a shared rule', 'shared/base/result.ts', ['main', 'preload', 'renderer']],
  ['a version of a dependency', 'package-lock.json', ['main', 'preload', 'renderer']],
])('a change of %s makes the parts made from it stale', (_what, file, stale) => {
  expect(staleAfter(() => save(file, 'another'))).toEqual(stale);
});

test('a file that was added, removed, or changed in place without a change of size makes a part stale', () => {
  expect(staleAfter(() => save('renderer/boards/gate/board.tsx', 'one'))).toEqual(['renderer']);
  expect(staleAfter(() => rmSync(join(project, 'renderer/boards/gate/board.tsx')))).toEqual(['renderer']);
  expect(staleAfter(() => utimesSync(join(project, 'renderer/app.tsx'), 1, 1))).toEqual(['renderer']);
});
