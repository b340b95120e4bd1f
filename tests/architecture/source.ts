import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the project, as far as the layering is concerned. */
export type Source = {
  /** From the root of the project, with slashes: `src/core/backup/job.ts`. */
  path: string;
  text: string;
};

export type Import = {
  /** A file from the root of the project, or the name of a package. */
  from: string;
  /** Nothing of it is left at run time. */
  typeOnly: boolean;
  /** What is taken of it by name; `*` for all else. */
  names: string[];
};

export const root = path.resolve(import.meta.dirname, '../..');

/** Every TypeScript file of the product. */
export function readSources(): Source[] {
  return readFolder('src', /\.tsx?$/);
}

/** Every file that somebody has to read: of the product, of its scripts and of its tests. */
export function readEverything(): Source[] {
  return ['src', 'scripts', 'tests'].flatMap((folder) => readFolder(folder, /\.(tsx?|mjs|cjs|css)$/));
}

function readFolder(folder: string, name: RegExp): Source[] {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(root, file).replaceAll(path.sep, '/'),
      text: readFileSync(file, 'utf8'),
    }));
}

/** What is left without comments, and with every text and pattern emptied. */
export function codeOf(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''")
    .replace(/(?<=[\s(,=[:])\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g, '//')
    .replace(/\/\/.*$/gm, '');
}

const statements =
  /^\s*(?:import|export)\s+(type\s+)?([^'";]*?from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gm;

/** What a file imports, or passes on. */
export function importsOf({ path: file, text }: Source): Import[] {
  const found = text.replace(/\/\*[\s\S]*?\*\//g, '').matchAll(statements);
  return [...found].map(([, type, what = '', from, lazily]) => ({
    from: resolve(file, from ?? lazily ?? ''),
    typeOnly: lazily === undefined && (type !== undefined || everyNameIsType(what)),
    names: namesIn(what).map((name) => /^(?:type )?(\w+)/.exec(name)?.[1] ?? '*'),
  }));
}

function everyNameIsType(what: string): boolean {
  return namesIn(what).every((name) => name.startsWith('type '));
}

function namesIn(what: string): string[] {
  const braced = /^\{([^}]*)\}\s*from/.exec(what.trim())?.[1] ?? '*';
  return braced
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function resolve(file: string, from: string): string {
  return from.startsWith('.') ? path.posix.join(path.posix.dirname(file), from) : from;
}
