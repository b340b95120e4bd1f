import path from 'node:path';
import { codeOf, importsOf, type Source } from './source.ts';

// What no file shows alone: what all files together are like.

/** Files that know one another in a circle, types included: a sentence each. */
export function circlesIn(sources: Source[]): string[] {
  const imports = new Map(sources.map((source) => [source.path, importsOf(source).map(({ from }) => from)]));
  const done = new Set<string>();
  const follow = (file: string, way: string[]): string[] => {
    if (way.includes(file)) return [[...way.slice(way.indexOf(file)), file].join(' > ')];
    if (done.has(file)) return [];
    const found = (imports.get(file) ?? []).flatMap((next) => follow(next, [...way, file]));
    done.add(file);
    return found;
  };
  return [...imports.keys()].flatMap((file) => follow(file, []));
}

/** Files that lie beside the folder of their name, where they belong. */
export function filesBesideTheirFolder(sources: Source[]): string[] {
  const folders = new Set(sources.map((source) => path.posix.dirname(source.path)));
  return sources.map((source) => source.path).filter((file) => folders.has(file.replace(/\.tsx?$/, '')));
}

/** Names that several files export. */
export function namesSaidTwice(sources: Source[]): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const source of sources) {
    for (const name of new Set(exportedBy(source)))
      files.set(name, [...(files.get(name) ?? []), source.path]);
  }
  return new Map([...files].filter(([, paths]) => paths.length > 1));
}

/** Names that are exported and that no file imports: `users` are all files that could. */
export function namesNobodyImports(sources: Source[], users: Source[]): string[] {
  const taken = new Set(
    users.flatMap((user) =>
      importsOf(user).flatMap(({ from, names }) => names.map((name) => `${from}: ${name}`)),
    ),
  );
  return sources
    .filter((source) => !source.path.endsWith('.d.ts'))
    .flatMap((source) =>
      exportedBy(source)
        .filter((name) => !taken.has(`${source.path}: ${name}`) && !taken.has(`${source.path}: *`))
        .map((name) => `${source.path}: ${name}`),
    );
}

const declared = /\bexport (?:declare |async )*(?:const|let|function|class|type|interface|enum) (\w+)/g;
const listed = /\bexport (?:type )?\{([^}]*)\}/g;

function exportedBy({ text }: Source): string[] {
  const code = codeOf(text);
  const lists = [...code.matchAll(listed)].flatMap(([, names = '']) => names.split(','));
  return [
    ...[...code.matchAll(declared)].map(([, name = '']) => name),
    ...lists.map((name) => /(\w+)\s*$/.exec(name)?.[1] ?? '').filter((name) => name !== ''),
  ];
}

/** How long the files are, in lines: the middle one, nine of ten, all. */
export function lengthsOf(sources: Source[]): { median: number; mostOfThem: number; longest: number } {
  const lengths = sources
    .map(({ text }) => text.split('\n').length - 1)
    .toSorted((one, other) => one - other);
  const at = (share: number): number => lengths[Math.ceil(lengths.length * share) - 1] ?? 0;
  return { median: at(0.5), mostOfThem: at(0.9), longest: at(1) };
}
