import type { Import } from './source.ts';

/**
 * A room of the product and what it may import. `type X`: types alone, of which nothing is left at run time.
 * `read X`: only what reads. Whoever may import a folder or a package may import all below it.
 */
export type Room = {
  /** A folder, or a file that may do other things than its folder. */
  room: string;
  rooms: string[];
  packages: string[];
};

/** What reads, of a module that can write as well. */
export const reading = ['existsSync', 'readFile', 'readFileSync'];

/** The core: whoever stands higher may import everything that stands lower, and nobody beside it. */
const coreFloors: [rooms: string[], packages: string[]][] = [
  [['base'], []],
  [['net'], []],
  [['docspace'], ['zod/mini']],
  [['portal.ts'], []],
  [['settings.ts'], ['zod/mini']],
  [['portalList.ts'], ['zod/mini']],
  [['backup', 'access'], []],
  [['history'], ['zod/mini']],
  [['foresight'], ['zod/mini']],
  [['schedule', 'control'], []],
  [['saving'], ['zod/mini']],
  [['news', 'connect'], []],
  [['watch'], ['zod/mini']],
  [['status'], []],
  [['state.ts', 'effect.ts'], []],
  [['event.ts', 'nextWake.ts'], []],
  [['reduce'], []],
];

const core = coreFloors.flatMap(([names, packages], floor) =>
  names.map((name) => ({
    room: `src/core/${name}`,
    rooms: coreFloors.slice(0, floor).flatMap(([lower]) => lower.map((each) => `src/core/${each}`)),
    packages,
  })),
);

const app: Room = {
  room: 'src/main/app',
  rooms: ['src/core', 'src/present', 'type src/contract', 'src/main'],
  packages: ['electron', 'node:crypto', 'node:os', 'node:path', 'node:url'],
};

const desktop: Room = {
  room: 'src/main/desktop',
  rooms: ['src/core', 'type src/present', 'src/main/clock.ts', 'src/main/within.ts'],
  packages: ['electron', '@jellybrick/dbus-next', 'read node:fs', 'node:os', 'node:path', 'node:events'],
};

export const rooms: Room[] = [
  ...core,
  { room: 'src/core/standard.d.ts', rooms: [], packages: [] },
  { room: 'src/contract', rooms: ['src/core'], packages: ['zod/mini'] },
  { room: 'src/contract/channels.ts', rooms: [], packages: [] },
  { room: 'src/contract/labels.ts', rooms: ['src/contract'], packages: ['zod/mini'] },
  {
    room: 'src/present',
    rooms: ['src/core', 'src/contract/labels.ts', 'type src/contract'],
    packages: ['intl-messageformat'],
  },
  { room: 'src/main/clock.ts', rooms: [], packages: [] },
  { room: 'src/main/textFile.ts', rooms: [], packages: ['node:fs'] },
  { room: 'src/main/lazy.ts', rooms: [], packages: [] },
  { room: 'src/main/within.ts', rooms: [], packages: [] },
  {
    room: 'src/main/network',
    rooms: [
      'src/core/base',
      'src/core/net',
      'src/core/docspace',
      'src/core/saving',
      'src/main/clock.ts',
      'src/main/lazy.ts',
    ],
    packages: [
      'undici',
      'node:tls',
      'node:http',
      'node:https',
      'node:net',
      'node:dns',
      'node:zlib',
      'node:util',
      'node:crypto',
      'type node:stream',
      'type electron',
    ],
  },
  {
    room: 'src/main/archive',
    rooms: ['src/core', 'src/main/clock.ts', 'src/main/network'],
    packages: [
      'modern-tar',
      'zod/mini',
      'node:crypto',
      'node:events',
      'node:fs',
      'node:path',
      'node:stream',
      'node:worker_threads',
      'node:zlib',
    ],
  },
  {
    room: 'src/main/storage',
    rooms: ['src/core', 'src/main/clock.ts', 'src/main/within.ts'],
    packages: ['electron-store', 'node:fs', 'node:os', 'node:path', 'node:crypto', 'type electron'],
  },
  desktop,
  {
    ...desktop,
    room: 'src/main/desktop/autostart.ts',
    rooms: [...desktop.rooms, 'src/main/desktop'],
    packages: [...desktop.packages, 'node:fs'],
  },
  {
    ...desktop,
    room: 'src/main/desktop/linux/x11.ts',
    rooms: [...desktop.rooms, 'src/main/desktop'],
    // The Unix socket of the X server; nothing of it leaves this machine.
    packages: [...desktop.packages, 'node:net'],
  },
  {
    ...desktop,
    room: 'src/main/desktop/linux/permittedOpening.ts',
    rooms: [...desktop.rooms, 'src/main/desktop'],
    // The only program that is started: xdg-open, with the address of a web page, or with a folder.
    packages: ['node:child_process'],
  },
  {
    room: 'src/main/window',
    rooms: ['src/core', 'src/contract', 'src/main/clock.ts'],
    packages: ['electron', 'read node:fs', 'node:path', 'type zod/mini'],
  },
  {
    room: 'src/main/diagnostics',
    rooms: ['src/core', 'src/present', 'src/main/clock.ts', 'src/main/textFile.ts'],
    packages: ['electron', 'electron-log', 'node:fs', 'node:os', 'node:path'],
  },
  {
    room: 'src/main/engine',
    rooms: [
      'src/core',
      'src/present',
      'type src/contract',
      'src/main/clock.ts',
      'type src/main/lazy.ts',
      'type src/main/archive',
      'type src/main/network',
      'type src/main/storage',
      'type src/main/desktop',
      'type src/main/window',
      'type src/main/diagnostics',
    ],
    packages: [],
  },
  {
    room: 'src/main/commandLine',
    rooms: [
      'src/core',
      'src/contract',
      'src/present',
      'src/main/clock.ts',
      'src/main/engine',
      'src/main/network',
    ],
    // The Unix socket over which the command asks the Keepwatch that runs; nothing of it leaves this machine.
    packages: ['type electron', 'node:net', 'node:fs', 'node:path', 'node:util'],
  },
  app,
  { ...app, room: 'src/main/index.ts' },
  { room: 'src/preload', rooms: ['src/contract/channels.ts', 'type src/contract'], packages: ['electron'] },
  { room: 'src/renderer', rooms: ['src/contract/channels.ts', 'type src/contract'], packages: ['preact'] },
];

export type Use = 'all' | 'types' | 'reading' | 'nothing';

/** The room of a file: the row that says most about it. */
export function roomOf(file: string): Room | undefined {
  return rooms
    .filter(({ room }) => isBelow(file, room))
    .toSorted((one, other) => other.room.length - one.room.length)[0];
}

/** How a room may use a file of the product or a package. */
export function useOf({ room, rooms: others, packages }: Room, from: string): Use {
  const entries = /^(src|tests|scripts)\//.test(from) ? [room, ...others] : packages;
  const uses = entries.flatMap((entry) => {
    const [, limit = '', name = ''] = /^(type |read |)(.*)$/.exec(entry) ?? [];
    return isBelow(from, name) ? [limit] : [];
  });
  if (uses.includes('')) return 'all';
  if (uses.includes('read ')) return 'reading';
  return uses.includes('type ') ? 'types' : 'nothing';
}

export function mayImport(room: Room, { from, typeOnly, names }: Import): boolean {
  const use = useOf(room, from);
  if (use === 'reading') return names.every((name) => reading.includes(name));
  return use === 'all' || (use === 'types' && typeOnly);
}

/** Whether it is this file, folder or package, or something in it. */
export function isBelow(name: string, above: string): boolean {
  return name === above || name.startsWith(`${above}/`);
}
