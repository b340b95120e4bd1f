import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { freeBackupsUsed } from '../../../src/core/control/freeBackups.ts';
import { requestFor } from '../../../src/core/docspace/question.ts';
import {
  acme,
  day,
  failures,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  start,
} from '../../support/given.ts';
import { asked, obeying } from '../../support/core/controlled.ts';
import { Story } from '../../support/core/story.ts';

function used({ shell }: Story): number | null {
  const free = shell.state.watches[0]?.freeBackups;
  return free === undefined ? null : freeBackupsUsed(free, shell.now);
}

function counts(story: Story): number {
  return asked(story).filter(({ ask }) => ask === 'freeBackups').length;
}

describe('how many free backups a portal has made this month', () => {
  test('is asked where a backup can be started, four times a day', () => {
    const story = obeying().begins(nothing).passes(minute);
    expect([used(story), counts(story)]).toEqual([1, 1]);
    story.script().freeBackups = succeed(2);
    expect(used(story.passes(5 * hour))).toBe(1);
    expect(used(story.passes(2 * hour))).toBe(2);
    expect(counts(story)).toBe(2);
    expect(requestFor({ ask: 'freeBackups' }).path).toBe('/api/2.0/backup/getbackupscount?paid=false');
  });

  test('is not asked with a key that may only read, nor on a server of one’s own', () => {
    const reading = new Story().begins(nothing).passes(day);
    const own = obeying({ ...acme, standalone: true })
      .begins(nothing)
      .passes(day);
    expect([counts(reading), used(reading), counts(own)]).toEqual([0, null, 0]);
  });

  test('is asked again when a backup has ended', () => {
    const story = obeying().begins(nothing).passes(minute);
    story.script().freeBackups = succeed(2);
    story.looks(reads()).looks(readsFinished());
    expect(used(story.passes(2 * minute))).toBe(2);
  });

  test('is not known where the portal does not say it, and told anew after a refusal', () => {
    const story = obeying();
    story.script().freeBackups = fail(failures.notThere);
    story.begins(nothing).passes(20 * hour);
    expect([used(story), counts(story)]).toEqual([null, 1]);
    const failing = obeying();
    failing.script().freeBackups = fail(failures.serverError);
    failing.begins(nothing).passes(minute);
    failing.script().freeBackups = succeed(0);
    expect(used(failing.passes(2 * hour))).toBe(0);
  });

  test('begins anew with the month, by UTC, and says nothing of the future', () => {
    const at = Date.parse('2026-11-30T23:59:00Z');
    const free = { used: { count: 2, at }, askAt: 0 };
    expect([freeBackupsUsed(free, at + 1000), freeBackupsUsed(free, at + minute)]).toEqual([2, null]);
    expect(freeBackupsUsed(free, start)).toBeNull();
  });
});
