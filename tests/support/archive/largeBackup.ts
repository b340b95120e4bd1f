import { createCipheriv } from 'node:crypto';
import { backupArchive, backupContents, backupFiles, file } from './backups.ts';

const packed = 900_000;
const name = 'storage/files/file_2/v1/picture.jpg';
// What nothing packs, and yet the same each time.
const picture = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
  .update(Buffer.alloc(packed))
  .toString('base64');

/** The archive of a backup that comes in many pieces: of 0.9 MB. */
export const largeBackup: Buffer = await backupArchive([...backupFiles, file(name, picture)]);

/** What is read of it. */
export const largeContents = {
  ...backupContents,
  files: backupContents.files + 1,
  bytes: backupContents.bytes + picture.length,
};

/** An archive with one bit of the byte at this place turned over. */
export function damagedAt(archive: Buffer, place: number): Buffer {
  const damaged = Buffer.from(archive);
  damaged.writeUInt8(damaged.readUInt8(place) ^ 1, place);
  return damaged;
}
