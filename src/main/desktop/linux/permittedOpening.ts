import { spawn } from 'node:child_process';

/**
 * Opens a page or a folder as Electron does, with the desktop's permission to bring what opens it to the front (xdg-activation
 * protocol). On Wayland Electron puts one of its own in its place, which it asks for without anybody's click:
 * https://github.com/electron/electron/pull/43480
 */
export function openPermitted(target: string, activationToken: string, env: NodeJS.ProcessEnv): void {
  const program = spawn('xdg-open', [target], {
    env: { ...env, XDG_ACTIVATION_TOKEN: activationToken },
    detached: true,
    stdio: 'ignore',
  });
  // Without xdg-open nothing opens, as with Electron: every link can be copied as well.
  program.on('error', () => undefined);
  program.unref();
}
