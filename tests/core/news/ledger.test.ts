import { describe, expect, test } from 'vitest';
import {
  accessPrefix,
  announceAccess,
  announceEnding,
  announceStuck,
} from '../../../src/core/news/announcement.ts';
import type { Ending } from '../../../src/core/backup/ending.ts';
import { enter, forget, type Ledger, markTold, newLedger, withdraw } from '../../../src/core/news/ledger.ts';
import { day, link, standstill, start } from '../../support/given.ts';

const ending: Ending = {
  job: 'task-a',
  task: 'task-a',
  outcome: 'finished',
  percent: 100,
  error: '',
  link,
  archive: 'acme.tar.gz',
  endedAt: start,
  timed: true,
  linkUntil: start + day,
  unlisted: false,
  seen: false,
  mark: 'x',
};
const finished = announceEnding('portal', ending, start);
const stuck = announceStuck('portal', 'task-a', standstill, start);
const refused = announceAccess('keyRefused', start);

describe('what makes news the same news', () => {
  test('scope, job and outcome of an ending; scope and job of a standstill; the trouble', () => {
    expect([finished.id, stuck.id, refused.id]).toEqual([
      'portal task-a finished',
      'portal task-a stuck running 37',
      'access keyRefused',
    ]);
    expect(announceEnding('server', ending, start).id).not.toBe(finished.id);
    expect(announceEnding('portal', { ...ending, outcome: 'gaps' }, start).id).not.toBe(finished.id);
  });

  test('the news of an ending holds what is worth telling, and not its link', () => {
    expect(finished.news).toEqual({
      of: 'ending',
      scope: 'portal',
      outcome: 'finished',
      ending: {
        job: 'task-a',
        percent: 100,
        error: '',
        archive: 'acme.tar.gz',
        endedAt: start,
        timed: true,
        linkUntil: start + day,
        unlisted: false,
      },
    });
  });
});

describe('the ledger', () => {
  const entered = enter(newLedger, finished);
  const told = markTold(entered, [finished.id]);

  test('tells what is entered once', () => {
    expect(entered).toEqual({ pending: [finished], told: [] });
    expect(enter(entered, finished)).toBe(entered);
    expect(told).toEqual({ pending: [], told: [finished.id] });
    expect(enter(told, finished)).toBe(told);
  });

  test('keeps the order in which things became news', () => {
    expect(enter(enter(entered, stuck), refused).pending).toEqual([finished, stuck, refused]);
  });

  test('marks as told what has reached the user, once', () => {
    expect(markTold(newLedger, [])).toBe(newLedger);
    expect(markTold(told, [finished.id, finished.id])).toBe(told);
    expect(markTold(enter(entered, stuck), [stuck.id, stuck.id])).toEqual({
      pending: [finished],
      told: [stuck.id],
    });
  });

  test('forgets a trouble that is over, told or not, and nothing else', () => {
    const troubled = markTold(enter(entered, refused), [refused.id]);
    expect(forget(troubled, accessPrefix)).toEqual({ pending: [finished], told: [] });
    expect(forget(enter(entered, refused), accessPrefix)).toEqual(entered);
    expect(forget(entered, accessPrefix)).toBe(entered);
  });

  test('takes back what is over before it was told; what was told stays told', () => {
    const withStuck = enter(entered, stuck);
    const isOver = ({ id }: { id: string }): boolean => id === stuck.id;
    expect(withdraw(withStuck, isOver)).toEqual(entered);
    const toldAlready = markTold(withStuck, [stuck.id]);
    expect(withdraw(toldAlready, isOver)).toBe(toldAlready);
  });

  test('what was taken back while its notification was on its way is told all the same', () => {
    expect(markTold(entered, [stuck.id, finished.id])).toEqual({
      pending: [],
      told: [stuck.id, finished.id],
    });
  });

  test('stays small: the last hundred to tell, the last forty told', () => {
    const many = Array.from({ length: 150 }, (_, index) =>
      announceStuck('portal', `job-${index}`, standstill, start),
    );
    const full = many.reduce<Ledger>(enter, newLedger);
    expect(full.pending).toEqual(many.slice(50));
    expect(
      markTold(
        full,
        many.map(({ id }) => id),
      ).told,
    ).toEqual(many.slice(110).map(({ id }) => id));
  });
});
