import { expect } from 'vitest';
import type { PortalStatus } from '../../../src/core/status/status.ts';
import { glyphOf } from '../../../src/present/portal/glyph.ts';
import { reasonOf } from '../../../src/present/portal/reason.ts';
import { linePhrase, rowPhrase } from '../../../src/present/portal/statusPhrase.ts';
import { timeFact } from '../../../src/present/portal/timeFact.ts';
import { now, words } from './presented.ts';

/** A row of the table of docs/look.md, "Words for states": glyph and tone, state word, time fact, reason and next step. */
export type Row = [
  what: string,
  standing: PortalStatus,
  look: string,
  state: string,
  time: string | null,
  why: string | null,
  line: string,
];

export function expectRow([_what, standing, look, state, time, why, line]: Row): void {
  const { glyph, tone } = glyphOf(standing);
  const percent = glyph.shape === 'running' ? ` ${glyph.percent}` : '';
  expect(`${glyph.shape}${percent} ${tone}`).toBe(look);
  expect(rowPhrase(standing, words)).toBe(state);
  expect(timeFact(standing, words, now)).toBe(time);
  const reason = reasonOf(standing, words, now);
  expect(reason === null ? null : [reason.reason, reason.next].filter(Boolean).join(' ')).toBe(why);
  expect(linePhrase(standing, words, now)).toBe(line);
}

/** A time of the day on which all of this happens. */
export function at(clock: string): number {
  return Date.parse(`2026-11-20T${clock}:00Z`);
}

type NoAccess = Extract<PortalStatus, { is: 'noAccess' }>;

/** The status of a portal that cannot be seen, since 09:12. */
export function noAccess(cause: NoAccess['cause'], more: Partial<NoAccess> = {}): NoAccess {
  return { is: 'noAccess', cause, since: at('09:12'), nextAt: null, long: false, host: null, ...more };
}
