import { createHmac } from 'node:crypto';
import { day, minute, second } from '../../../../src/core/base/time.ts';
import { type Archive, archiveOf } from './job/archive.ts';
import { hasArchive } from './job/reading.ts';
import type { Job } from './job/timeline.ts';
import type { World } from './world.ts';

const folder = '/storage/backup/root/';
const linkMinutes = day / minute;

/**
 * The `link` of a job. Only the temporary storage (relative, a day) and third-party storages (absolute, presigned, a
 * day) have one; it comes with the archive (DocSpace server 3.7.2, GetPublicLinkAsync).
 */
export function linkOf(job: Job, alias: string, world: World): string {
  const { storage } = job.plan;
  if (!hasArchive(job, world.clock.now())) return '';
  const archive = archiveOf(job, alias);
  if (storage === 'DataStore') return portalLink(archive);
  return storage === 'ThirdPartyConsumer' ? presign(world.cloudOrigin, archive, archive.createdAt, day) : '';
}

function portalLink({ fileName, createdAt }: Archive): string {
  const path = `${folder}${fileName}`;
  const auth = `${createdAt}.${sign(path, createdAt, linkMinutes)}`;
  return `${path}?expire=${linkMinutes}&auth=${auth}`;
}

/** True where the signature of a portal's link is its own and its time has not run out. */
export function isValidLink(path: string, query: URLSearchParams, now: number): boolean {
  const minutes = Number(query.get('expire'));
  const [time = '', signature] = (query.get('auth') ?? '').split('.');
  return signature === sign(path, Number(time), minutes) && now < Number(time) + minutes * minute;
}

/** The file name in a portal's link, or undefined where the path is none. */
export function linkedFile(path: string): string | undefined {
  return path.startsWith(folder) ? decodeURIComponent(path.slice(folder.length)) : undefined;
}

/** An address at the cloud storage that is its own permission, in the manner of S3. */
export function presign(origin: string, { fileName }: Archive, time: number, life: number): string {
  const path = `/acme-backups/backup/${fileName}`;
  const seconds = life / second;
  return `${origin}${path}?X-Amz-Date=${time}&X-Amz-Expires=${seconds}&X-Amz-Signature=${sign(path, time, seconds)}`;
}

/** Whether a presigned address is genuine and, if it is, still alive. */
export function checkPresigned(
  path: string,
  query: URLSearchParams,
  now: number,
): 'forged' | 'late' | 'good' {
  const time = Number(query.get('X-Amz-Date'));
  const seconds = Number(query.get('X-Amz-Expires'));
  if (query.get('X-Amz-Signature') !== sign(path, time, seconds)) return 'forged';
  return now < time + seconds * second ? 'good' : 'late';
}

function sign(path: string, time: number, life: number): string {
  return createHmac('sha256', 'the fake portal').update(`${path} ${time} ${life}`).digest('base64url');
}
