import { lstatSync, mkdirSync } from 'node:fs';
import path from 'node:path';

/** Where the socket lies: in a folder that is its user's alone. On Windows it is a pipe, and has no folder. */
export type Place = { folder: string | null; socket: string };

/** Where nobody can be asked. */
const nowhere: Place = { folder: '', socket: '' };

/** `userData`: the folder of Keepwatch's own files, where there is one. The session's folder is nearer: it is gone with the session. */
export function placeOf(platform: NodeJS.Platform, env: NodeJS.ProcessEnv, userData: string | null): Place {
  if (platform === 'win32') {
    const user = (env['USERNAME'] ?? '').replace(/[^\w.-]/g, '_');
    return { folder: null, socket: `\\\\.\\pipe\\keepwatch-${user}` };
  }
  const runtime = env['XDG_RUNTIME_DIR'] ?? '';
  const own = userData === null ? null : path.join(userData, 'command');
  const folder = path.isAbsolute(runtime) ? path.join(runtime, 'keepwatch') : own;
  return folder === null ? nowhere : { folder, socket: path.join(folder, 'command.sock') };
}

/** The longest name of a socket on Linux and macOS; of a longer one some versions of Node would take the beginning. Bytes. */
const longestName = 103;

/** Makes the folder, and says whether it is this user's alone, and near enough: what another one made is not used. */
export function prepareFolder({ folder, socket }: Place, user: number | undefined): boolean {
  if (folder === null) return true;
  if (Buffer.byteLength(socket) > longestName) return false;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const found = lstatSync(folder);
    return found.isDirectory() && found.uid === user && (found.mode & 0o077) === 0;
  } catch {
    return false;
  }
}

/** Whether what lies there is of this user: nobody else is asked. Root may ask for anybody. */
export function isOwn({ folder, socket }: Place, user: number | undefined): boolean {
  if (folder === null || (user === 0 && socket !== '')) return true;
  try {
    return [folder, socket].every((one) => lstatSync(one).uid === user);
  } catch {
    return false;
  }
}
