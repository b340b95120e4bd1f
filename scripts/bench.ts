import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startApplication } from '../tests/support/desktop/application.ts';
import { driveApplication } from '../tests/support/desktop/drivenApplication.ts';
import type { LaunchOptions } from '../tests/support/desktop/launch.ts';
import { Scene } from '../tests/desktop/scene.ts';
import { gauge, type Reading } from './bench/gauge.ts';
import { startPortalsWithHistory } from './bench/portalsWithHistory.ts';

// What Keepwatch takes, beside the least that an Electron tray application can be: `npm run bench`. All take turns on
// the same machine, since only their ratio says something. `--against FOLDER` has another built checkout take its turn.

type Figures = Reading & { start: number };
type Case = {
  name: string;
  /** How it is started; absent: from this checkout. */
  launch?: LaunchOptions;
  /** Starts it for the first time and leaves it as it will be measured. */
  prepare?: (scene: Scene, launch?: LaunchOptions) => Promise<void>;
};

const endless = { waiting: 0, archive: 3600, plateau: 3600 };

const { values } = parseArgs({
  options: {
    against: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    settle: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '30' },
  },
});
const settle = Number(values.settle) * 1000;
const measuring = Number(values.seconds) * 1000;

const cases: Case[] = [
  {
    name: 'an empty tray application',
    launch: { project: path.join(import.meta.dirname, 'bench', 'empty') },
  },
  { name: 'Keepwatch, no backup running', prepare: onePortal },
  {
    name: 'Keepwatch, a backup running',
    prepare: async (scene, launch) => {
      await onePortal(scene, launch);
      scene.portal.startBackup(endless);
    },
  },
  { name: 'Keepwatch, three portals with history and schedule', prepare: threePortals },
  ...(values.against === undefined
    ? []
    : [
        {
          name: `${values.against}, the same three portals`,
          launch: { project: path.resolve(values.against) },
          prepare: threePortals,
        },
      ]),
];

async function onePortal(scene: Scene, launch?: LaunchOptions): Promise<void> {
  await watch(scene, launch, [scene.portal]);
}

async function threePortals(scene: Scene, launch?: LaunchOptions): Promise<void> {
  await watch(scene, launch, await startPortalsWithHistory(scene));
}

async function watch(
  scene: Scene,
  launch: LaunchOptions | undefined,
  portals: { origin: string; key: string }[],
): Promise<void> {
  const application = await driveApplication(scene.desktop, launch);
  const page = await application.page();
  for (const portal of portals) await scene.addPortal(page, portal);
  await application.stop();
}

/** Starts it in a tray, lets it settle, and measures it for a while. */
async function measure({ launch, prepare }: Case): Promise<Figures> {
  await using scene = await Scene.open();
  await prepare?.(scene, launch);
  const began = performance.now();
  const application = await startApplication(scene.desktop, launch);
  await scene.item();
  const start = performance.now() - began;
  await pause(settle);
  const before = gauge(application.pid);
  const from = performance.now();
  await pause(measuring);
  const minutes = (performance.now() - from) / 60_000;
  const after = gauge(application.pid);
  return {
    start,
    processes: after.processes,
    anonymous: after.anonymous,
    cpu: (after.cpu - before.cpu) / minutes,
    switches: (after.switches - before.switches) / minutes / 60,
  };
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const measured = new Map<string, Figures[]>();
for (let round = 1; round <= Number(values.rounds); round += 1) {
  for (const each of cases) {
    measured.set(each.name, [...(measured.get(each.name) ?? []), await measure(each)]);
  }
}

const columns: [keyof Figures, string, number][] = [
  ['start', 'ms to the icon', 0],
  ['processes', 'processes', 0],
  ['anonymous', 'MB of its own', 1],
  ['cpu', 'CPU ms/min', 0],
  ['switches', 'switches/s', 1],
];
const empty = measured.get(cases[0]?.name ?? '') ?? [];
console.log(`medians of ${values.rounds} rounds, in brackets the ratio to the empty one`);
for (const [name, figures] of measured) {
  const cells = columns.map(([column, label, digits]) => {
    const value = median(figures.map((figure) => figure[column]));
    const ratio = value / median(empty.map((figure) => figure[column]));
    return `${value.toFixed(digits)} ${label} (${ratio.toFixed(2)})`;
  });
  console.log(`${name}: ${cells.join(', ')}`);
}
