import { decodeSegment, parseUrl } from '../base/url.ts';

/** The most bytes of a name: file systems take 255, and endings are put on. */
const longest = 150;

const archiveEnding = /(?:\.tar\.gz|\.tgz|\.tar)$/iu;
// What separates folders, and what Windows takes in no name.
const forbidden = /[<>:"/\\|?*]/gu;
// What nobody sees could turn a name around, or forge a line.
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu;
const whiteSpace = /\s+/gu;
// A leading dot hides a file; a leading hyphen makes it an option of a command.
const leading = /^[\s.-]+/u;
const trailing = /[\s.]+$/u;
// Windows opens a device in place of a file of these names, whatever their ending.
const device = /^(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]|conin\$|conout\$) *(?:\.|$)/iu;

/**
 * The name that an archive gets on disk: the last part of its link's path, made safe for Linux, macOS and Windows. It
 * always ends as an archive does, so that no server can name a program.
 */
export function archiveFileName(link: string): string {
  const path = parseUrl(link)?.pathname ?? '';
  const last = decodeSegment(path.slice(path.lastIndexOf('/') + 1));
  const name = last.normalize().replace(unseen, ' ').replace(forbidden, '_').replace(whiteSpace, ' ').trim();
  const ending = archiveEnding.exec(name)?.[0].toLowerCase() ?? '.tar.gz';
  const named = name.replace(archiveEnding, '').replace(leading, '');
  const stem = cut(device.test(named) ? `_${named}` : named, longest - ending.length);
  return `${stem || 'backup'}${ending}`;
}

/**
 * The name by which an archive is tried to be put into its folder: `number` counts from 1 while names are taken, and a
 * damaged archive says so in its name.
 */
export function candidateName(name: string, damaged: boolean, number: number): string {
  const ending = archiveEnding.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  return `${stem}${damaged ? '.damaged' : ''}${number === 1 ? '' : ` (${number})`}${ending}`;
}

/** The beginning of a text, of at most so many bytes in UTF-8, without what no name may end in. */
function cut(text: string, bytes: number): string {
  let kept = '';
  let size = 0;
  for (const character of text) {
    size += bytesOf(character.codePointAt(0) ?? 0);
    if (size > bytes) break;
    kept += character;
  }
  return kept.replace(trailing, '');
}

function bytesOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
