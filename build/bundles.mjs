/** How each part of out/ is bundled: the desktop's and room's processes, the preload bridge, and the screens. */
import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import react from '@vitejs/plugin-react';
import { inRoot } from './root.mjs';

/** better-sqlite3 is a native module; everything else goes into the bundles, so that the package carries no node_modules. */
const external = ['electron', 'better-sqlite3', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** Heavy reads on a thread of their own, where there are any. */
const worker = inRoot('electron/app/worker.ts');

/** @typedef {(folder: string) => import('vite').InlineConfig} Bundle */
/** @type {Record<import('./build.mjs').Target, Bundle>} */
export const bundles = {
  main: (outDir) => ({
    ...common(inRoot()),
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
    // Older packages ask for these names, which an ES module does not have.
    define: { __dirname: 'import.meta.dirname', __filename: 'import.meta.filename' },
    build: {
      ...output(outDir),
      ssr: true,
      target: 'node22',
      rolldownOptions: {
        external,
        input: {
          main: inRoot('electron/main.ts'),
          room: inRoot('electron/room.ts'),
          gantry: inRoot('electron/gantry.ts'),
          'exchange-worker': inRoot('electron/exchange/worker.ts'),
          'exchange-writer': inRoot('electron/exchange/write-worker.ts'),
          'reports-worker': inRoot('electron/reports/worker.ts'),
          'odds-worker': inRoot('electron/app/odds-worker.ts'),
          ...(existsSync(worker) ? { worker } : {}),
        },
        // Chunks lie beside the entries: modules find the preload and the screens from their own folder.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  }),
  preload: (outDir) => ({
    ...common(inRoot()),
    ssr: { noExternal: true },
    build: {
      ...output(outDir),
      ssr: true,
      target: 'chrome140',
      rolldownOptions: {
        external: ['electron'],
        input: { preload: inRoot('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }, // a sandboxed preload cannot be an ES module
      },
    },
  }),
  renderer: (outDir) => ({
    ...common(inRoot('renderer')),
    base: './', // the desktop loads the screens from a file, the room from the root of its address
    plugins: [react()],
    build: { ...output(outDir), assetsInlineLimit: 0, sourcemap: false },
  }),
};

/** @param {string} folder @returns {import('vite').InlineConfig} */
const common = (folder) => ({ root: folder, configFile: false, envDir: false, logLevel: 'warn' });

/** @param {string} outDir @returns {import('vite').BuildOptions} */
const output = (outDir) => ({ outDir, emptyOutDir: true, reportCompressedSize: false });
