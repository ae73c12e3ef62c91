/** Which file the record is: the one named with --record, else the place the operating system gives to what programs keep. */
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export function recordFileFrom(args: readonly string[], platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  const at = args.indexOf('--record');
  const named = at === -1 ? args.find((arg) => arg.startsWith('--record='))?.slice('--record='.length) : args[at + 1];
  return named ? resolve(named) : defaultRecordFile(platform, env);
}

export function defaultRecordFile(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  return join(placeOf(platform, env), 'Gantry', 'record.gantry');
}

function placeOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return env.APPDATA || join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env.XDG_DATA_HOME || join(homedir(), '.local', 'share');
}
