import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { inRoot } from '../../../build/root.mjs';
import { findBreaches, walls } from '../../../build/walls.mjs';

const breaches = findBreaches(inRoot('test/fixtures/walls'));

describe('the import walls', () => {
  test('each illegal import of the fixture breaks its wall, and nothing else breaks one', () => {
    expect(breaches.map(({ file, line, specifier, wall }) => `${file}:${line} ${specifier} | ${wall}`)).toEqual([
      'shared/reaches-up.ts:1 ../electron/app/router.ts | shared imports nothing but shared and zod',
      'shared/uses-node.ts:1 node:fs | shared imports nothing but shared and zod',
      'electron/app/draws-screen.ts:1 ../../renderer/boards/gate/board.tsx | electron imports nothing of the project but shared and assets',
      'electron/app/opens-window.ts:1 electron | only main, preload, window and the IPC transport import electron',
      'electron/app/prints-pdf.ts:4 pdfmake | only electron/reports imports pdfmake',
      'electron/app/reads-record.ts:1 better-sqlite3 | only electron/record imports better-sqlite3',
      'electron/app/reads-sheet.ts:1 hucre/xlsx | only electron/exchange imports hucre',
      'electron/preload.ts:2 ws | the preload imports no module but electron',
      'renderer/boards/runbook/board.tsx:1 recharts | only renderer/ui/charts imports recharts',
      'renderer/boards/runbook/board.tsx:2 ../gate/board.tsx | a board imports no other board',
      'renderer/client/reads-file.ts:1 path | renderer imports no module of Node',
      "renderer/client/runs-router.ts:1 ../../electron/app/router.ts | renderer imports shared and, of the rest, only the router's type",
      'renderer/ui/knows-store.ts:1 ../store/store.ts | ui knows no board, store or client',
    ]);
  });

  test('there is no wall that the fixture does not break', () => {
    expect(new Set(breaches.map(({ wall }) => wall))).toEqual(new Set(Object.keys(walls)));
  });
});

describe('the compiler', () => {
  test('refuses names of Node and of the browser in shared', () => {
    const tsc = spawnSync(process.execPath, [inRoot('node_modules/typescript/bin/tsc'), '--project', inRoot('test/fixtures/compiler')], {
      encoding: 'utf8',
    });
    const refused = tsc.stdout.match(/needs-\w+\.ts\(\d+,\d+\): error TS\d+: Cannot find name '\w+'/g)?.sort();
    expect(refused).toEqual([
      "needs-browser.ts(1,22): error TS2584: Cannot find name 'document'",
      "needs-node.ts(1,23): error TS2591: Cannot find name 'process'",
    ]);
    expect(tsc.status).not.toBe(0);
  });
});
