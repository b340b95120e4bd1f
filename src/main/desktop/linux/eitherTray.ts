import type { TrayHost } from '../desktop.ts';
import { followEmbeddedTray } from './embeddedTray.ts';

/**
 * Follows both kinds of trays, as one. The one that takes icons over the session bus comes first, since Electron asks
 * that one first. Gives what ends the other.
 */
export async function followEitherTray(
  env: NodeJS.ProcessEnv,
  tell: (host: TrayHost) => void,
  followHost: (tell: (host: TrayHost) => void) => Promise<void>,
): Promise<() => void> {
  // Nothing is told before the bus has answered, or was found to be none.
  let host: TrayHost | null = null;
  let embedded = false;
  const end = await followEmbeddedTray(env, (there) => {
    embedded = there;
    if (host === 'absent') tell(there ? 'embedded' : 'absent');
  });
  await followHost((now) => {
    host = now;
    tell(now === 'absent' && embedded ? 'embedded' : now);
  });
  return end;
}
