/** Opens Gantry: the desktop app where Electron's runtime can be had, else the room, used from a browser. */
import { constants } from 'node:os';
import { findElectron, hasDisplay } from './electron-runtime.mjs';
import { run } from './process.mjs';
import { root } from './root.mjs';
import { startHere } from './start-here.mjs';

/** How a runtime ends that cannot run here: a library is missing, or its sandbox is not permitted. */
const cannotRun = [127, 128 + constants.signals.SIGTRAP, 128 + constants.signals.SIGABRT];
const startSeconds = 10;

/** @param {string[]} args handed on to the app @returns {Promise<number | undefined>} */
export async function start(args) {
  const electron = findElectron();
  if ('why' in electron) return openRoom(electron.why, args);
  const began = Date.now();
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const code = await run(electron.program, [root, ...args], { cwd: process.cwd(), env });
  const atOnce = Date.now() - began < startSeconds * 1000;
  return atOnce && cannotRun.includes(code) ? openRoom(`Electron cannot run here (exit code ${code})`, args) : code;
}

/** @param {string} why @param {string[]} args */
function openRoom(why, args) {
  console.error(`Opening in the browser, not as a desktop app: ${why}.`);
  return startHere('out/main/room.js', hasDisplay ? ['--open', ...args] : args);
}
