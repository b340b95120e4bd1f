import { second } from '../../../../../src/core/base/time.ts';
import { type Answer, empty } from '../answer.ts';
import { archiveBytes } from '../archiveBytes.ts';
import type { Caller } from '../authentication.ts';
import type { Call } from '../call.ts';
import { isValidLink, linkedFile, presign } from '../link.ts';
import { mayManage } from '../people.ts';
import type { World } from '../world.ts';

/**
 * The file behind a portal's link. Signed, and yet only for an administrator who is signed in; GET only; ranges from
 * disc storage; from an S3-like store a redirect that lives 15 seconds. (DocSpace server 3.7.2, StorageHandler.)
 */
export function download(call: Call, caller: Caller, world: World): Answer | undefined {
  const fileName = linkedFile(call.path);
  if (fileName === undefined) return undefined;
  if (call.method !== 'GET') return empty(405, { allow: 'GET' });
  const now = world.clock.now();
  if (caller.person === undefined || !mayManage(caller.person)) return empty(403);
  if (!isValidLink(call.path, call.query, now)) return empty(403);
  const archive = world.backups.archives().find((archive) => archive.fileName === fileName);
  if (archive === undefined || world.details.archivesAreGone) return empty(404);
  if (world.details.store === 's3') {
    return empty(302, { location: presign(world.cloudOrigin, archive, now, 15 * second) });
  }
  return archiveBytes(world.details.archive, world.details.archiveTag, call.headers);
}
