import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/core/effect.ts';
import { newJob } from '../../../src/core/backup/job.ts';
import type { Portal } from '../../../src/core/portal.ts';
import type { Question } from '../../../src/core/docspace/question.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { acme, failures, hour, minute, nothing, reads, readsFinished, second } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { standing } from '../../support/core/told.ts';

// A server of one's own has two backups: the portal's, and that of the whole server.

const own: Portal = { ...acme, standalone: true };

function turns(story: Story, on: boolean): Effect[] {
  return story.shell.does({ type: 'watchServer', portal: 'acme', on });
}

function isOfServer(question: Question): boolean {
  return question.ask === 'progress' && question.scope === 'server';
}

/** The scopes that were asked while something happened. */
function asksWhile(story: Story, happens: () => unknown): Set<string> {
  const before = story.shell.asked.length;
  happens();
  const questions = story.shell.asked.slice(before).map(({ question }) => question);
  return new Set(questions.flatMap((question) => (question.ask === 'progress' ? [question.scope] : [])));
}

describe('the whole server', () => {
  test('is not watched unless somebody wants it; then it is kept, and looked at soon', () => {
    const story = new Story([own]).begins(nothing);
    expect(asksWhile(story, () => story.passes(5 * minute))).toEqual(new Set(['portal']));
    const asked = asksWhile(story, () => {
      expect(turns(story, true)[0]).toEqual({ do: 'saveSettings' });
      story.passes(5 * second);
    });
    expect(asked).toEqual(new Set(['portal', 'server']));
    expect(story.shell.restart().state.watches[0]?.portal).toEqual({ ...own, scopes: ['portal', 'server'] });
  });

  test('has a backup of its own, which is told as that', () => {
    const story = new Story([own]).begins(nothing);
    turns(story, true);
    story.passes(5 * second).script().serverProgress = succeed(reads({ task: 'dump', percent: 0 }));
    story.passes(2 * minute).script().serverProgress = succeed(readsFinished({ task: 'dump' }));
    expect(story.passes(2 * minute).shell.told()).toEqual(['acme: server dump finished']);
  });

  test('once it is watched, what had ended before is shown and not told', () => {
    const story = new Story([own]).begins(nothing);
    story.script().serverProgress = succeed(readsFinished({ task: 'dump' }));
    turns(story, true);
    expect(story.passes(minute).shell.told()).toEqual([]);
    expect(story.shell.state.watches[0]?.jobs.server.ending?.outcome).toBe('finished');
  });

  test('is left: nothing of it is asked, shown or told any more, then or when it is watched again', () => {
    const story = new Story([own]).begins(nothing);
    turns(story, true);
    story.passes(5 * second).script().serverProgress = succeed(reads({ task: 'dump' }));
    story.passes(minute).shell.world.notifications = 'refused';
    story.script().serverProgress = succeed(readsFinished({ task: 'dump' }));
    expect(story.passes(2 * minute).shell.state.delivery.refused).toHaveLength(1);
    turns(story, false);
    expect(story.shell.state.delivery.refused).toEqual([]);
    expect(story.shell.state.watches[0]).toMatchObject({
      portal: { scopes: ['portal'] },
      ledger: { pending: [] },
      jobs: { server: { ending: null } },
    });
    story.shell.world.notifications = 'taken';
    expect(asksWhile(story, () => story.passes(5 * minute))).toEqual(new Set(['portal']));
    turns(story, true);
    expect(story.passes(5 * minute).shell.told()).toEqual([]);
  });

  test('left while it is being asked: the answer says nothing any more', () => {
    const story = new Story([{ ...own, scopes: ['portal', 'server'] }]).begins(nothing);
    story.script().serverProgress = succeed(reads({ task: 'dump' }));
    story.shell.world.latency = 10_000;
    const asking = () => story.shell.state.watches[0]?.poll.asking ?? null;
    for (let passed = 0; passed < 200; passed += 1) {
      const question = asking();
      if (question?.ask === 'progress' && question.scope === 'server') break;
      story.passes(second);
    }
    expect(asking()).toEqual({ ask: 'progress', scope: 'server' });
    turns(story, false);
    expect(asksWhile(story, () => story.passes(2 * minute))).toEqual(new Set(['portal']));
    expect(story.shell.state.watches[0]?.jobs.server).toEqual(newJob);
  });

  test('switched to and fro is not asked more often than the portal allows', () => {
    const story = new Story([own]).begins(nothing).fails({ kind: 'rateLimited', retryAt: null });
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    story.passes(second);
    const before = story.shell.asked.length;
    for (let turn = 0; turn < 20; turn += 1) turns(story, turn % 2 === 0);
    story.passes(second / 2);
    expect(story.shell.asked.length - before).toBeLessThanOrEqual(1);
  });

  test('is not there on a portal that is not known to be standalone, nor on one that is gone', () => {
    const story = new Story([acme]).begins(nothing);
    expect(turns(story, true)).toEqual([]);
    expect(story.shell.does({ type: 'watchServer', portal: 'nobody', on: true })).toEqual([]);
    expect(story.shell.state.watches[0]?.portal).toEqual(acme);
  });

  test('that is watched can be left whatever the portal is', () => {
    const story = new Story([{ ...acme, scopes: ['portal', 'server'] }]).begins(nothing);
    expect(turns(story, false)).toContainEqual({ do: 'saveSettings' });
    expect(turns(story, false)).toEqual([]);
  });

  test('that could be seen is not given up for a single refusal, which may be a gateway’s', () => {
    const story = new Story([{ ...own, scopes: ['portal', 'server'] }]);
    story.script().serverProgress = succeed(reads({ task: 'dump', percent: 5 }));
    story.begins(nothing).script().serverProgress = fail(failures.forbidden);
    story.passesUntil(isOfServer);
    story.script().serverProgress = succeed(reads({ task: 'dump', percent: 6 }));
    expect(standing(story)).toMatchObject({ is: 'running', scope: 'server', percent: 5 });
    expect(standing(story.passes(20 * second))).toMatchObject({ is: 'running', percent: 6 });
  });

  test('whose right is lost and given back is left out, and found again within minutes', () => {
    const story = new Story([{ ...own, scopes: ['portal', 'server'] }]);
    story.script().serverProgress = succeed(reads({ task: 'dump', percent: 5 }));
    story.begins(nothing).script().serverProgress = fail(failures.forbidden);
    expect(standing(story.passes(2 * minute)).is).toBe('idle');
    story.script().serverProgress = succeed(readsFinished({ task: 'dump' }));
    expect(story.passes(11 * minute).shell.told()).toEqual(['acme: server dump finished']);
  });

  test('that is not answered for says nothing of the portal, is not asked for in a hurry, and not shown as it was', () => {
    const story = new Story([{ ...own, scopes: ['portal', 'server'] }]);
    story.script().serverProgress = succeed(reads({ task: 'dump', percent: 5 }));
    story.begins(nothing).passes(minute).script().serverProgress = fail(failures.serverError);
    story.passes(2 * minute);
    const before = story.shell.asked.length;
    expect([standing(story.passes(hour)).is, story.shell.told()]).toEqual(['idle', []]);
    expect(story.shell.asked.length - before).toBeLessThan(80);
  });

  test('that ran is not given up for a single refusal after a restart', () => {
    const story = new Story([{ ...own, scopes: ['portal', 'server'] }]);
    story.script().serverProgress = succeed(reads({ task: 'dump' }));
    story.begins(nothing).passes(minute).script().serverProgress = fail(failures.forbidden);
    story.shell.restart();
    story.passesUntil(isOfServer);
    story.script().serverProgress = succeed(readsFinished({ task: 'dump' }));
    expect(story.passes(minute).shell.told()).toEqual(['acme: server dump finished']);
  });

  test('that was refused is asked again after a sleep', () => {
    const story = new Story([{ ...own, scopes: ['portal', 'server'] }]);
    story.script().serverProgress = fail(failures.forbidden);
    story.begins(nothing);
    story.script().serverProgress = succeed(reads({ task: 'dump', percent: 5 }));
    story.shell.does({ type: 'slept' });
    story.shell.does({ type: 'woke' });
    expect(standing(story.passes(20 * second))).toMatchObject({ is: 'running', scope: 'server' });
  });

  test('refused, it is asked again when it is switched on anew', () => {
    const story = new Story([{ ...own, scopes: ['portal', 'server'] }]);
    story.script().serverProgress = { ok: false, reason: failures.forbidden };
    story.begins();
    expect(story.shell.state.watches[0]?.serverTrouble.times).toBe(1);
    turns(story, false);
    expect(story.shell.state.watches[0]?.serverTrouble.times).toBe(0);
  });
});
