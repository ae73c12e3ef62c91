/** Shows an address in the person's browser, where there is a display. */
import { spawn } from 'node:child_process';

/** Does nothing without a display; never fails the caller. */
export function openInBrowser(address: string): void {
  const command = commandFor(process.platform, process.env);
  if (!command) return;
  const child = spawn(command.program, [...command.args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined); // no opener installed: the address is printed anyway
  child.unref();
}

function commandFor(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): { readonly program: string; readonly args: readonly string[] } | null {
  if (platform === 'darwin') return { program: 'open', args: [] };
  if (platform === 'win32') return { program: 'cmd', args: ['/c', 'start', ''] };
  return env.DISPLAY || env.WAYLAND_DISPLAY ? { program: 'xdg-open', args: [] } : null;
}
