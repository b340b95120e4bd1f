import { day, hour, second } from '../../../src/core/base/time.ts';
import { createLuck, type Luck } from '../../../tests/soak/luck.ts';

/**
 * One backup as it really goes, in milliseconds. The server shows 0 to 90 while it archives, 90 while it uploads, and 100
 * at the end; a backup of a whole server stands at 0 until its database is written.
 */
export type Trace = {
  startedAt: number;
  wholeServer: boolean;
  /** Until a worker takes it. */
  waiting: number;
  /** When each percent from 1 to 90 is reached, after a worker has taken it; 90 as last. */
  reached: number[];
  uploading: number;
};

/** What makes the backups of one portal alike. */
type Habits = {
  wholeServer: boolean;
  /** How long an archive takes to make, and to put where it is kept, when it is watched first. */
  archiving: number;
  uploading: number;
  /** The data grow by so much in a week; now and then much comes or goes at once. */
  growth: number;
  /** How much the load of the server, and the way to the storage, change from one run to the next. */
  unsteady: { archiving: number; uploading: number };
  /** What share of the time each percent takes: files and tables come in the same order each time. */
  shares: number[];
  /** Of a whole server: what share of the time its database takes, and how far it jumps after it. */
  database: { share: number; jump: number } | null;
  every: number;
};

const plateau = 90;

/**
 * The successive backups of so many made-up portals, oldest first, each portal from the first one that is watched on. The
 * same seed makes the same ones. Nothing here is shared with what estimates.
 */
export function generateTraces(seed: number, portals: number, runs: number): Trace[][] {
  const luck = createLuck(seed);
  return Array.from({ length: portals }, (_, index) => {
    const own = luck.fork(`portal ${index}`);
    return runsOf(habitsOf(own), runs, own);
  });
}

function habitsOf(luck: Luck): Habits {
  const wholeServer = luck.happens(0.15);
  const archiving = luck.stretch(45 * second, 5 * hour);
  const uploading = archiving * placeOf(luck);
  return {
    wholeServer,
    archiving,
    uploading: Math.min(uploading, 8 * hour),
    growth: luck.between(0, 0.06),
    unsteady: { archiving: luck.stretch(0.03, 0.35), uploading: luck.stretch(0.05, 0.5) },
    shares: sharesOf(luck),
    database: wholeServer ? { share: luck.between(0.2, 0.9), jump: Math.floor(luck.between(5, 91)) } : null,
    every: luck.happens(0.75) ? day : 7 * day,
  };
}

/** The upload by what the archive took to make: a move on the same disk, a bucket nearby, a line that is slower than the disk. */
function placeOf(luck: Luck): number {
  const [least, most] = luck.weigh<[number, number]>([
    [3, [0.02, 0.2]],
    [4, [0.2, 0.8]],
    [3, [0.8, 4]],
  ]);
  return luck.stretch(least, most);
}

/** Small files are packed slowly, large ones hold the figure for long. */
function sharesOf(luck: Luck): number[] {
  const rough = luck.between(0.1, 0.9);
  const large = luck.between(0, 0.08);
  const lean = luck.between(-0.8, 0.8);
  const weights = Array.from({ length: plateau }, (_, index) => {
    const noise = Math.exp(rough * normal(luck));
    return noise * (1 + lean * (index / plateau - 0.5)) * (luck.happens(large) ? luck.between(5, 20) : 1);
  });
  return portions(weights);
}

function runsOf(habits: Habits, count: number, luck: Luck): Trace[] {
  const runs: Trace[] = [];
  let size = 1;
  let startedAt = Date.parse('2026-09-01T01:00:00Z') + luck.between(0, day);
  for (let index = 0; index < count; index += 1) {
    runs.push(oneRun(habits, size, Math.floor(startedAt), luck));
    const weeks = habits.every / (7 * day);
    size *= 1 + habits.growth * weeks * luck.between(0, 2);
    if (luck.happens(0.03)) size *= luck.pick([0.6, 1.5]);
    startedAt += habits.every + luck.between(0, 15 * 60 * second);
  }
  return runs;
}

function oneRun(habits: Habits, size: number, startedAt: number, luck: Luck): Trace {
  const { wholeServer, unsteady, database } = habits;
  // Now and then the line is slow, or the server busy with something else.
  const busy = luck.happens(0.04) ? luck.between(1.5, 3) : 1;
  const slow = luck.happens(0.05) ? luck.between(2, 6) : 1;
  const archiving = habits.archiving * size * busy * Math.exp(unsteady.archiving * normal(luck));
  const uploading = habits.uploading * size * slow * Math.exp(unsteady.uploading * normal(luck));
  const steps = paceOf(habits.shares, luck).map((share) => share * archiving);
  const reached = sums(database === null ? steps : afterDatabase(steps, archiving, database));
  return {
    startedAt,
    wholeServer,
    waiting: luck.happens(0.3) ? luck.stretch(second, 90 * second) : 0,
    reached,
    uploading: Math.max(second, uploading),
  };
}

/** The pace changes on the way too: what else goes on on the server comes and goes. */
function paceOf(shares: readonly number[], luck: Luck): number[] {
  let load = 0;
  const loaded = shares.map((share) => {
    load = 0.85 * load + 0.12 * normal(luck);
    return share * Math.exp(load);
  });
  return portions(loaded);
}

function afterDatabase(
  steps: readonly number[],
  archiving: number,
  { share, jump }: NonNullable<Habits['database']>,
): number[] {
  const rest = portions(steps.slice(jump)).map((part) => part * (1 - share) * archiving);
  return [share * archiving, ...Array.from({ length: jump - 1 }, () => 0), ...rest];
}

function portions(weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / whole);
}

function sums(parts: readonly number[]): number[] {
  let sum = 0;
  return parts.map((part) => (sum += part));
}

/** Box and Muller's way to the normal distribution. */
function normal(luck: Luck): number {
  return Math.sqrt(-2 * Math.log(1 - luck.draw())) * Math.cos(2 * Math.PI * luck.draw());
}

/** How long it takes from when a worker takes it to its end. */
export function lengthOf({ reached, uploading }: Trace): number {
  return (reached.at(-1) ?? 0) + uploading;
}

/** What the server shows so long after a worker has taken it: 0 to 90. */
export function percentAt({ reached }: Trace, after: number): number {
  const next = reached.findIndex((at) => at > after);
  return next === -1 ? plateau : next;
}
