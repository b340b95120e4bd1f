/** What became of the endings at one place, or at many. */
export type Count = { tellable: number; told: number; lost: number; doubled: number; doubledByKill: number };

/** What the judge found, in figures that add up over places, portals and seeds. */
export type Figures = {
  portals: number;
  endings: Count & { wrong: number };
  alarms: { told: number; false: number; doubled: number; doubledByKill: number };
  /** Of the backups that were due by a schedule. */
  dues: { due: number; told: number; missed: number; false: number };
  archives: SaveFigures;
  requests: Requests;
  /** `moves`: from http to https. */
  life: {
    starts: number;
    kills: number;
    sleeps: number;
    clockJumps: number;
    offline: number;
    moves: number;
  };
};

/** What became of archives that were to be saved. `false`: news of them. */
export type SaveFigures = {
  due: number;
  saved: number;
  unsaved: number;
  lost: number;
  doubled: number;
  doubledByKill: number;
  atOnce: number;
  deleted: number;
  deletedWrongly: number;
  false: number;
  partsLeft: number;
};

export type Requests = {
  all: number;
  /** How many hours of one portal had so many requests. */
  hours: Map<number, number>;
  /** The most requests in any second and in any minute: to one portal, and to all of them. */
  portalSecond: number;
  portalMinute: number;
  allSecond: number;
  allMinute: number;
  /** The most in an hour of one portal in which nobody looked and nothing ran. */
  quietHour: number;
  /** The most in an hour of one portal in which nobody looked. */
  aloneHour: number;
  /** The shortest time between two requests to one portal within one life of the application, in milliseconds. */
  shortestGap: number;
  /** Asked although the portal had said when to ask again. */
  untimely: number;
};

export const noSaveFigures = (): SaveFigures => ({
  due: 0,
  saved: 0,
  unsaved: 0,
  lost: 0,
  doubled: 0,
  doubledByKill: 0,
  atOnce: 0,
  deleted: 0,
  deletedWrongly: 0,
  false: 0,
  partsLeft: 0,
});

export const noFigures = (portals: number): Figures => ({
  portals,
  endings: { tellable: 0, told: 0, lost: 0, doubled: 0, doubledByKill: 0, wrong: 0 },
  alarms: { told: 0, false: 0, doubled: 0, doubledByKill: 0 },
  dues: { due: 0, told: 0, missed: 0, false: 0 },
  archives: noSaveFigures(),
  requests: {
    all: 0,
    hours: new Map(),
    portalSecond: 0,
    portalMinute: 0,
    allSecond: 0,
    allMinute: 0,
    quietHour: 0,
    aloneHour: 0,
    shortestGap: Infinity,
    untimely: 0,
  },
  life: { starts: 0, kills: 0, sleeps: 0, clockJumps: 0, offline: 0, moves: 0 },
});

/** Takes the figures of another seed, or of another place, into these. */
export function add(sum: Figures, more: Figures): void {
  addNumbers(sum.endings, more.endings);
  addNumbers(sum.alarms, more.alarms);
  addNumbers(sum.dues, more.dues);
  addNumbers(sum.archives, more.archives);
  addNumbers(sum.life, more.life);
  addRequests(sum.requests, more.requests);
}

export function addNumbers<Counts extends Record<string, number>>(sum: Counts, more: Counts): void {
  for (const [name, number] of Object.entries(more))
    Object.assign(sum, { [name]: (sum[name] ?? 0) + number });
}

function addRequests(sum: Requests, more: Requests): void {
  const { all, untimely, shortestGap, hours, ...most } = more;
  sum.all += all;
  sum.untimely += untimely;
  sum.shortestGap = Math.min(sum.shortestGap, shortestGap);
  for (const [requests, count] of hours) sum.hours.set(requests, (sum.hours.get(requests) ?? 0) + count);
  sum.portalSecond = Math.max(sum.portalSecond, most.portalSecond);
  sum.portalMinute = Math.max(sum.portalMinute, most.portalMinute);
  sum.allSecond = Math.max(sum.allSecond, most.allSecond);
  sum.allMinute = Math.max(sum.allMinute, most.allMinute);
  sum.quietHour = Math.max(sum.quietHour, most.quietHour);
  sum.aloneHour = Math.max(sum.aloneHour, most.aloneHour);
}

/** The number of requests that half of the hours stay under. */
export function medianHour({ hours }: Requests): number {
  const sorted = [...hours].sort(([one], [other]) => one - other);
  const half = sorted.reduce((sum, [, count]) => sum + count, 0) / 2;
  let below = 0;
  return sorted.find(([, count]) => (below += count) >= half)?.[0] ?? 0;
}

export function busiestHour({ hours }: Requests): number {
  return Math.max(0, ...hours.keys());
}
