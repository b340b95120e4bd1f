import { gzipSync } from 'node:zlib';
import { packTar, type TarEntry } from 'modern-tar';

/** The files of a small backup, as DocSpace lays them: tables, the portal's files, and what is known of both. */
export const backupFiles: TarEntry[] = [
  file('databases/core/core_user', '<table>'.repeat(40)),
  file('databases/files/files_file', '<table>'.repeat(90)),
  file('files/folder_1000/file_1/v1/content.docx', 'a document'),
  file('storage/restore_info', '<storage_restore><file><path>a</path></file></storage_restore>'),
  file(
    'storage/missing_info',
    '<storage_missing><file><path>b</path></file><file><path>c</path></file></storage_missing>',
  ),
];

/** An entry of an archive. */
export function file(name: string, body: string): TarEntry {
  return { header: { name, size: Buffer.byteLength(body) }, body };
}

/** What is read of `backupFiles`. */
export const backupContents = {
  files: backupFiles.length,
  bytes: backupFiles.reduce((sum, { header }) => sum + (header.size ?? 0), 0),
  databases: true,
  storage: true,
  missing: 2,
};

/** A tar of these files. */
export async function tarOf(files: TarEntry[] = backupFiles): Promise<Buffer> {
  return Buffer.from(await packTar(files));
}

/** A packed one, as DocSpace's temporary storage has it. */
export async function backupArchive(files: TarEntry[] = backupFiles): Promise<Buffer> {
  return gzipSync(await tarOf(files));
}
