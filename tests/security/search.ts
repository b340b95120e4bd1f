import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file in a folder, at whatever depth. */
export function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** The files of a folder that hold a secret, in whatever writing; one that goes away meanwhile holds nothing. */
export function filesWith(folder: string, secret: string): string[] {
  return filesIn(folder).filter((file) => {
    try {
      return lstatSync(file).isFile() && holds(readFileSync(file), secret);
    } catch {
      return false;
    }
  });
}

/** Whether bytes or a text hold a secret: as it is, in two bytes a letter, encoded, or reversed. */
export function holds(where: Buffer | string, secret: string): boolean {
  const bytes = typeof where === 'string' ? Buffer.from(where) : where;
  return writingsOf(secret).some((writing) => bytes.includes(writing));
}

function writingsOf(secret: string): Buffer[] {
  const plain = Buffer.from(secret);
  return [
    plain,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(encodeURIComponent(secret)),
    Buffer.from(plain.toString('hex')),
    Buffer.from([...secret].toReversed().join('')),
    ...[0, 1, 2].map((shift) => Buffer.from(inBase64(plain, shift))),
  ];
}

/** What of a secret's base64 does not depend on what stands around it, when that begins `shift` bytes before it. */
function inBase64(plain: Buffer, shift: number): string {
  const text = Buffer.concat([Buffer.alloc(shift), plain]).toString('base64');
  return text.slice(shift === 0 ? 0 : 4, -4);
}
