import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inRoot } from '../../../build/root.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gantry-linter-'));
copyFileSync(inRoot('biome.json'), join(folder, 'biome.json'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The rules by which the project's linter refuses a file, in the order it reports them. */
function refusals(file: string, text: string): string[] {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const args = ['lint', '--vcs-enabled=false', '--error-on-warnings', '--reporter=json', file];
  const biome = spawnSync(process.execPath, [inRoot('node_modules/@biomejs/biome/bin/biome'), ...args], { cwd: folder, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(biome.stdout) as { diagnostics: { category: string }[] };
  expect(biome.status).toBe(diagnostics.length === 0 ? 0 : 1);
  return diagnostics.map(({ category }) => category);
}

test.each([
  ['a file of more than 300 lines', 'lint/style/noExcessiveLinesPerFile', `export const many = [\n${'  1,\n'.repeat(299)}];\n`],
  ['any', 'lint/suspicious/noExplicitAny', 'export const read = (value: any): string => value.name;\n'],
  ['a default export', 'lint/style/noDefaultExport', 'export default 1;\n'],
  ['an unused import', 'lint/correctness/noUnusedImports', "import { z } from 'zod';\n\nexport const one = 1;\n"],
  ['a type imported as a value', 'lint/style/useImportType', "import { Rule } from './rule.ts';\n\nexport const none: Rule[] = [];\n"],
  [
    'a suppression without a reason',
    'suppressions/parse',
    '// biome-ignore lint/suspicious/noExplicitAny\nexport const read = (value: any): string => value.name;\n',
  ],
])('the linter refuses %s', (_what, rule, text) => {
  expect(refusals('shared/base/probe.ts', text)).toContain(rule);
});

test('the linter refuses a file name that is not in kebab case', () => {
  expect(refusals('shared/base/ruleBook.ts', 'export const one = 1;\n')).toEqual(['lint/style/useFilenamingConvention']);
});

test('the linter refuses names of Node in the screens', () => {
  expect(refusals('renderer/client/probe.ts', 'export const folder = process.cwd();\n')).toEqual(['lint/style/noRestrictedGlobals']);
});

test('the linter refuses a promise nobody waits for', () => {
  const text = 'async function save(): Promise<void> {}\n\nexport function run(): void {\n  save();\n}\n';
  expect(refusals('shared/base/probe.ts', text)).toEqual(['lint/nursery/noFloatingPromises']);
});

test('the linter accepts a suppression with its reason', () => {
  const text =
    '// biome-ignore lint/suspicious/noExplicitAny: the library gives no type\nexport const read = (value: any): string => value.name;\n';
  expect(refusals('shared/base/probe.ts', text)).toEqual([]);
});
