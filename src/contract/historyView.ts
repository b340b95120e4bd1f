import * as z from 'zod/mini';
import { facts, glyph, line, scope, text, tone } from './values.ts';

/** Names one run of the portal. */
export const runName = z.strictObject({
  scope,
  id: z.string().check(z.minLength(1), z.maxLength(240)),
});

/** A part of the drawing's width or height, from its start or its ground. */
const share = z.number().check(z.minimum(0), z.maximum(1));
const point = z.strictObject({ x: share, y: share });
/** Lines across, with what stands beside them. */
const grid = z.array(z.strictObject({ y: share, text }));

const progressChart = z.strictObject({
  /** The same in words. */
  said: text,
  line: z.array(point),
  /** The way ahead, as far as it can be estimated. */
  ahead: z.array(point),
  /** "42 %" at the end of the line, while it runs. */
  figure: line,
  grid,
  times: z.array(z.strictObject({ x: share, text })),
});

const durationChart = z.strictObject({
  title: text,
  said: text,
  /** `open`: nobody knows how it ended, or somebody stopped it; a height of null: nobody knows how long it took. */
  bars: z.array(z.strictObject({ kind: z.enum(['good', 'bad', 'open']), height: z.nullable(share) })),
  grid,
  from: text,
  to: text,
});

const runRow = z.strictObject({
  run: runName,
  /** All of it in one line. */
  name: text,
  glyph,
  tone,
  outcome: text,
  began: text,
  took: text,
});

/** What is known of one run. */
const detail = z.strictObject({ progress: z.nullable(progressChart), reason: line, facts });

/** The runs of one portal: sent while that view is open, apart from the snapshots. Finished strings and shapes. */
export const historyViewSchema = z.strictObject({
  /** What is to be known of the list. */
  note: line,
  /** In place of all that follows, where no run is known. */
  none: z.nullable(z.strictObject({ fact: text, next: text })),
  /** The newest run. */
  latest: z.nullable(z.strictObject({ title: text, summary: line, detail })),
  /** The one that was chosen in the list. */
  chosen: z.nullable(z.strictObject({ run: runName, detail })),
  durations: z.nullable(durationChart),
  runs: z.array(runRow),
  /** The words of the button that lists the others too. */
  more: line,
});

export type HistoryView = z.output<typeof historyViewSchema>;
export type ProgressChart = z.output<typeof progressChart>;
export type RunDetail = z.output<typeof detail>;
export type DurationChart = z.output<typeof durationChart>;
export type RunRow = z.output<typeof runRow>;
