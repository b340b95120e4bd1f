import type { None } from './none.ts';

/** The header's one verdict. */
export type Verdicts = {
  'verdict.allWell': None;
  'verdict.needYou': { count: number };
  'verdict.doNotAnswer': { count: number };
  'verdict.looking': None;
  'verdict.offline': None;
  'verdict.paused': None;
  'verdict.keyring': None;
  'verdict.detail.looked': { count: number; span: string };
  'verdict.detail.lookedJustNow': { count: number };
  'verdict.detail.addedJustNow': { count: number };
  'verdict.detail.portals': { count: number };
  'verdict.detail.worst': { portal: string; state: string };
  'verdict.detail.offline': { time: string };
  'verdict.detail.pausedUntil': { time: string };
  'verdict.detail.paused': None;
  'verdict.detail.keyring': None;
};
