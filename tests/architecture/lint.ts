import path from 'node:path';
import { reading, type Room, rooms, type Use, useOf } from './rooms.ts';

// The table of rooms in the linter's words, so that an editor shows it while somebody types.

type Pattern = {
  group?: string[];
  regex?: string;
  message: string;
  allowTypeImports?: true;
  allowImportNames?: string[];
};

/** The linter's configuration of the rooms, a pattern a line. */
export function lintConfiguration(): string {
  const overrides = rooms
    // The linter takes the last that fits, and a file says more than its folder.
    .toSorted((one, other) => one.room.length - other.room.length)
    .map((each) => {
      const patterns = patternsOf(each).map((pattern) => `      ${JSON.stringify(pattern)}`);
      return `    {"files": ["${isFile(each.room) ? each.room : `${each.room}/**`}"], "rules": {
      "eslint/no-restricted-imports": ["error", {"patterns": [\n${patterns.join(',\n')}
      ]}]
    }}`;
    });
  return `{\n  "overrides": [\n${overrides.join(',\n')}\n  ]\n}\n`;
}

function patternsOf(room: Room): Pattern[] {
  const message = `tests/architecture/rooms.ts says what ${room.room} may import`;
  const packages = room.packages.map((each) => /^(type |read |)(.*)$/.exec(each)?.slice(1) ?? []);
  const group = packages.flatMap(([, name]) => [`!${name}`, `!${name}/**`]);
  const limited = packages.flatMap(([limit, name = '']): Pattern[] => {
    if (limit === 'type ' && useOf(room, name) === 'types')
      return [{ message, allowTypeImports: true, regex: `^${name}(/|$)` }];
    if (limit === 'read ' && useOf(room, name) === 'reading')
      return [{ message, allowImportNames: reading, regex: `^${name}(/|$)` }];
    return [];
  });
  // A file of which more may be used than of its folder.
  const open = rooms
    .map((each) => each.room)
    .filter((file) => isFile(file) && useOf(room, file) === 'all')
    .filter((file) => useOf(room, path.posix.dirname(file)) === 'types')
    .map((file) => `!**/${file.replace('src/', '')}`);
  const closed = pathsTo(room, 'nothing');
  const typesOnly = pathsTo(room, 'types');
  return [
    ...(open.length > 0 ? [{ message, group: ['**/none', ...open] }] : []),
    { message, regex: ['^(\\.\\./)+(tests|scripts)/', ...closed].join('|') },
    ...(typesOnly.length > 0
      ? [{ message, allowTypeImports: true as const, regex: typesOnly.join('|') }]
      : []),
    ...limited,
    // The last: what it lets pass is not held against any pattern after it.
    { message, group: ['**', '!./**', '!../**', ...group] },
  ];
}

/** How a room's files, however deep they lie, write the ways to all rooms that they may use no further than so. */
function pathsTo(room: Room, use: Use): string[] {
  const [, top = ''] = room.room.split('/');
  const byTop = new Map<string, string[]>();
  for (const { room: other } of rooms) {
    const [, otherTop = '', ...rest] = other.split('/');
    if (useOf(room, other) !== use) continue;
    const name = rest.join('/').replaceAll('.', String.raw`\.`);
    byTop.set(otherTop, [...(byTop.get(otherTop) ?? []), isFile(other) ? `${name}$` : `${name}/`]);
  }
  const up = String.raw`^(\.\./)+`;
  return [...byTop].map(([otherTop, names]) => {
    const isAtTop = room.room.split('/').length === 3 && isFile(room.room);
    const way = otherTop !== top ? `${up}${otherTop}/` : isAtTop ? String.raw`^\./` : up;
    // A top that is one room.
    return names[0] === '/' ? way : `${way}(${names.join('|')})`;
  });
}

function isFile(room: string): boolean {
  return /\.\w+$/.test(room);
}
