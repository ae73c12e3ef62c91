/** The import walls: which folder may import what. Reads every import of the product's own source. */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, posix } from 'node:path';
import { importsOf } from './imports.mjs';

/**
 * One import as the walls see it: of a file of the project (path, from the project's root) or of a module (its package's
 * name, without what follows it).
 * @typedef {{ file: string, path: string, module?: undefined, typeOnly: boolean }} OfPath
 * @typedef {{ file: string, path?: undefined, module: string, typeOnly: boolean }} OfModule
 * @typedef {{ file: string, line: number, specifier: string, wall: string }} Breach
 */

/** Each wall is a sentence, and what breaks it. @type {Record<string, (found: OfPath | OfModule) => boolean>} */
export const walls = {
  'shared imports nothing but shared and zod': ({ file, path, module }) =>
    within(file, 'shared') && (module ? module !== 'zod' : !within(path, 'shared')),
  "renderer imports shared and, of the rest, only the router's type": ({ file, path, typeOnly }) =>
    within(file, 'renderer') && !within(path, 'renderer', 'shared') && !(typeOnly && path === 'electron/app/router.ts'),
  'renderer imports no module of Node': ({ file, module }) => within(file, 'renderer') && module !== undefined && isBuiltin(module),
  'electron imports nothing of the project but shared and assets': ({ file, path }) =>
    within(file, 'electron') && !within(path, 'electron', 'shared', 'assets'),
  'a board imports no other board': ({ file, path }) => {
    const [from, to] = [boardOf(file), boardOf(path)];
    return from !== undefined && to !== undefined && from !== to;
  },
  'ui knows no board, store or client': ({ file, path }) =>
    path !== undefined && within(file, 'renderer/ui') && within(path, 'renderer/boards', 'renderer/store', 'renderer/client'),
  'the preload imports no module but electron': ({ file, module }) =>
    file === 'electron/preload.ts' && module !== undefined && module !== 'electron',
  'only main, preload, window and the IPC transport import electron': ({ file, module }) =>
    module === 'electron' &&
    !within(file, 'electron/main.ts', 'electron/preload.ts', 'electron/window') &&
    !/^electron\/transport\/ipc\b/.test(file),
  'only electron/record imports better-sqlite3': only('better-sqlite3', 'electron/record'),
  'only renderer/ui/charts imports recharts': only('recharts', 'renderer/ui/charts'),
  'only electron/exchange imports hucre': only('hucre', 'electron/exchange'),
  'only electron/reports imports pdfmake': only('pdfmake', 'electron/reports'),
};

/**
 * Every import that breaks a wall, by file and line; empty when all walls stand.
 * @param {string} root the folder that holds shared, electron and renderer
 * @returns {Breach[]}
 */
export function findBreaches(root) {
  return ['shared', 'electron', 'renderer'].flatMap((folder) => sourceFiles(root, folder)).flatMap((file) => breachesIn(root, file));
}

/** @param {string} root @param {string} file @returns {Breach[]} */
function breachesIn(root, file) {
  return importsOf(file, readFileSync(join(root, file), 'utf8')).flatMap(({ specifier, line, typeOnly }) => {
    const found = specifier.startsWith('.')
      ? { file, typeOnly, path: posix.join(posix.dirname(file), specifier) }
      : { file, typeOnly, module: packageOf(specifier) };
    const broken = Object.entries(walls).filter(([, breaks]) => breaks(found));
    return broken.map(([wall]) => ({ file, line, specifier, wall }));
  });
}

/** @param {string} root @param {string} folder @returns {string[]} paths of its source files, from the root */
function sourceFiles(root, folder) {
  const entries = /** @type {string[]} */ (readdirSync(join(root, folder), { recursive: true }));
  const paths = entries.map((entry) => `${folder}/${entry.replaceAll('\\', '/')}`);
  return paths.filter((path) => /\.[cm]?[jt]sx?$/.test(path)).sort();
}

/** The wall around a module that one folder keeps to itself. @param {string} name @param {string} folder */
function only(name, folder) {
  return (/** @type {OfPath | OfModule} */ { file, module }) => module === name && !within(file, folder);
}

/** Whether a path is one of these files or lies in one of these folders; a module, which has no path, lies anywhere. @param {string | undefined} path @param {...string} places */
const within = (path, ...places) => path === undefined || places.some((place) => path === place || path.startsWith(`${place}/`));
/** @param {string | undefined} path @returns {string | undefined} */
const boardOf = (path) => /^renderer\/boards\/([^/]+)\//.exec(path ?? '')?.[1];
/** @param {string} specifier */
const packageOf = (specifier) => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
