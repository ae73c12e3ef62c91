/**
 * What each npm script does once the set-up stands. Imports only what runs with nothing installed; the rest is
 * imported by the command that needs it.
 */
import { buildStale } from './build.mjs';
import { runNode } from './process.mjs';
import { inRoot } from './root.mjs';
import { e2e, unit } from './runners.mjs';
import { startHere } from './start-here.mjs';

/** @typedef {(args: string[]) => Promise<number | undefined>} Command resolves with the exit code; undefined when it sets its own */
/** @type {import('./build.mjs').Target[]} */
const everything = ['main', 'preload', 'renderer'];

/** @type {ReadonlyMap<string, Command>} */
export const commands = new Map(
  Object.entries({
    start: afterBuild(everything, start),
    test: async () => (await import('./test.mjs')).test(),
    gantry: (args) => afterBuild(args.includes('room') ? everything : ['main'], gantry)(args),
    check: async () => (await import('./check.mjs')).check(),
    build: afterBuild(everything, async () => 0),
    bench: afterBuild(everything, (args) => runNode(inRoot('test/bench/bench.ts'), args)),
    drill: afterBuild(everything, (args) => runNode(inRoot('test/drill/drill.ts'), args)),
    unit: afterBuild(everything, unit),
    e2e: afterBuild(everything, e2e),
    format: (args) => runNode(inRoot('node_modules/@biomejs/biome/bin/biome'), ['check', '--write', ...(args.length > 0 ? args : ['.'])]),
    package: afterBuild(everything, (args) =>
      runNode(inRoot('node_modules/electron-builder/cli.js'), ['--config', 'build/electron-builder.yml', '--publish', 'never', ...args]),
    ),
  }),
);

/** @type {Command} */
async function start(args) {
  goToFolderOfCaller('start');
  return (await import('./start.mjs')).start(args);
}

/** @type {Command} */
function gantry(args) {
  goToFolderOfCaller('gantry');
  return startHere('out/main/gantry.js', args);
}

/** @param {import('./build.mjs').Target[]} targets @param {Command} command @returns {Command} */
function afterBuild(targets, command) {
  return async (args) => {
    const code = await buildStale(targets);
    return code === 0 ? command(args) : code;
  };
}

/**
 * npm runs scripts in the project's folder; file names given on the command line are meant from where the person is.
 * Another script's environment may be inherited, hence the comparison of the name.
 * @param {string} script
 */
function goToFolderOfCaller(script) {
  if (process.env.INIT_CWD && process.env.npm_lifecycle_event === script) process.chdir(process.env.INIT_CWD);
}
