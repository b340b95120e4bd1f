import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/core/failure.ts';
import { fail, succeed } from '../../src/core/result.ts';
import { standingOf } from '../../src/core/standing.ts';
import { day, failures, hour, minute, nothing, reads, second, start } from './given.ts';
import { type Script, Story } from './scripted.ts';

// What keeps the portal's backups from being seen: what is shown of it, and what of it is told, and when.

function told(story: Story): string[] {
  return story.shell.told().map((line) => line.replace('acme: access ', ''));
}

function standing(story: Story) {
  const watch = story.shell.state.watches[0];
  if (watch === undefined) throw new Error('nothing is watched');
  return standingOf(watch, story.shell.now);
}

function questions(story: Story, since = 0): string[] {
  return story.shell.asked.filter(({ at }) => at >= since).map(({ question }) => question.ask);
}

const asked = { docSpace: true, standalone: false, name: 'Acme' };

describe('a key that is refused', () => {
  test('is told at once, and stops the looks until somebody does something', () => {
    const story = new Story()
      .begins()
      .fails(failures.keyRefused)
      .passes(2 * minute);
    expect(told(story)).toEqual(['keyRefused']);
    expect(standing(story)).toMatchObject({ is: 'keyRefused', restored: false });
    const looked = story.shell.now;
    story.passes(day);
    story.shell.does({ type: 'windowOpened' });
    story.shell.does({ type: 'slept' });
    story.shell.does({ type: 'woke' });
    story.passes(hour);
    expect(questions(story, looked)).toEqual([]);
  });

  test('may be tried again by hand, and then stops again', () => {
    const story = new Story()
      .begins()
      .fails(failures.keyRefused)
      .passes(2 * minute);
    const looked = story.shell.now;
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    story.passes(hour);
    expect(questions(story, looked)).toEqual(['progress']);
    story.looks(nothing);
    expect(standing(story).is).toBe('idle');
  });

  test('after a restore is explained by it', () => {
    const story = new Story().begins();
    story.script().settings = succeed({ ...asked, tenant: 'restoring' });
    story.fails(failures.forbidden).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'forbidden', cause: 'restoring' });
    story.fails(failures.keyRefused).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'keyRefused', restored: true });
    expect(told(story)).toEqual(['keyRefused']);
  });

  test('is told again only after it was well in between', () => {
    const story = new Story()
      .begins()
      .fails(failures.keyRefused)
      .passes(2 * minute);
    story
      .looks(nothing)
      .fails(failures.keyRefused)
      .passes(2 * minute);
    expect(told(story)).toEqual(['keyRefused', 'keyRefused']);
  });
});

describe('a portal that forbids', () => {
  test.each<[string, Partial<Script>, string, string[], number]>([
    ['restoring', { settings: succeed({ ...asked, tenant: 'restoring' }) }, 'restoring', [], hour],
    ['busy', { settings: succeed({ ...asked, tenant: 'busy' }) }, 'busy', [], hour],
    [
      'suspended, as it says',
      { settings: succeed({ ...asked, tenant: 'suspended' }) },
      'suspended',
      ['suspended'],
      minute,
    ],
    [
      'a limited key',
      { key: succeed({ name: '', readsBackups: false, readOnly: true, expiresAt: null }) },
      'keyLimited',
      ['noRight'],
      minute,
    ],
    [
      'nobody’s key',
      { self: succeed({ name: '', administrator: false }) },
      'notAdministrator',
      ['noRight'],
      minute,
    ],
    [
      'this address',
      { key: fail(failures.forbidden), self: fail(failures.forbidden) },
      'addressBlocked',
      ['noRight'],
      15 * minute,
    ],
    ['for no reason', {}, 'unknown', ['noRight'], 15 * minute],
    ['a gateway’s 403', { settings: fail(failures.serviceDown) }, 'unknown', [], hour],
  ])('%s', (_what, script, cause, news, lasting) => {
    const story = new Story().begins();
    Object.assign(story.script(), script);
    story.fails(failures.forbidden).passes(minute + 10 * second);
    expect(standing(story)).toMatchObject({ is: 'forbidden', cause });
    story.passes(lasting);
    expect(told(story)).toEqual(news);
  });

  test.each([
    [fail(failures.forbidden), fail(failures.forbidden)],
    [
      succeed({ name: '', readsBackups: true, readOnly: true, expiresAt: null }),
      succeed({ name: '', administrator: true }),
    ],
  ])('is not announced for a moment’s refusal that nothing explains', (key, self) => {
    const story = new Story().begins();
    Object.assign(story.script(), { key, self });
    story
      .fails(failures.forbidden)
      .passes(4 * minute)
      .says(nothing)
      .passes(hour);
    expect(told(story)).toEqual([]);
  });

  test('is asked for the cause, one question after the other, and slowly again', () => {
    const story = new Story().begins().fails(failures.forbidden);
    const since = story.shell.now;
    story.passes(minute + 10 * second);
    expect(questions(story, since)).toEqual(['progress', 'settings', 'key', 'self']);
    story.passes(5 * minute);
    expect(questions(story, since).slice(4)).toEqual(['progress', 'settings', 'key', 'self']);
  });

  test('is shown as before until the cause is known, also right after the start', () => {
    const story = new Story();
    story
      .fails(failures.forbidden)
      .shell.open()
      .pass(3 * second);
    expect(standing(story).is).toBe('firstLook');
    story.passes(10 * second);
    expect(standing(story)).toMatchObject({ is: 'forbidden', cause: 'unknown' });
    // Asked anew, with the last cause in place until there is a new one.
    story.script().self = succeed({ name: '', administrator: false });
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    story.passes(1 * second);
    expect(standing(story)).toMatchObject({ is: 'forbidden', cause: 'unknown' });
    story.passes(10 * second);
    expect(standing(story)).toMatchObject({ is: 'forbidden', cause: 'notAdministrator' });
  });
});

describe('a portal that answers 404', () => {
  test('to everything is suspended, if it lasts', () => {
    const story = new Story().begins();
    story.script().settings = fail(failures.notThere);
    story.fails(failures.notThere).passes(90 * second);
    expect([standing(story).is, told(story)]).toEqual(['idle', []]);
    story.passes(5 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'forbidden', cause: 'suspended' }, []]);
    story.passes(10 * minute);
    expect(told(story)).toEqual(['suspended']);
  });

  test('for a moment, since its gateway was restarted, is nothing to speak of', () => {
    const story = new Story().begins();
    story.script().settings = fail(failures.notThere);
    story
      .fails(failures.notThere)
      .passes(2 * minute)
      .says(nothing)
      .passes(hour);
    expect(told(story)).toEqual([]);
  });

  test('to the question for backups only does not answer, and is told of as silent', () => {
    const story = new Story()
      .begins()
      .fails(failures.notThere)
      .passes(20 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'silent', long: false }, []]);
    story.passes(20 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'silent', long: true }, ['silent']]);
  });
});

describe('a portal that does not answer', () => {
  const silent: Failure[] = [
    failures.timeout,
    failures.serverError,
    failures.serviceDown,
    failures.notDocSpace,
  ];

  test.each(silent)(
    'is not worth a word before the third failure, and told of after half an hour: %j',
    (failure) => {
      const story = new Story()
        .begins()
        .fails(failure)
        .passes(90 * second);
      expect([standing(story).is, told(story)]).toEqual(['idle', []]);
      story.passes(5 * minute);
      expect(standing(story)).toMatchObject({ is: 'silent', failure, long: false });
      expect(told(story)).toEqual([]);
      story.passes(40 * minute);
      expect(standing(story)).toMatchObject({ is: 'silent', long: true });
      expect(told(story)).toEqual(['silent']);
      story.passes(day);
      expect(told(story)).toEqual(['silent']);
    },
  );

  test('in ever different ways is one silence', () => {
    const story = new Story().begins();
    for (let round = 0; round < 12; round += 1) {
      story.fails(silent[round % silent.length] ?? failures.timeout).passes(5 * minute);
    }
    expect(told(story)).toEqual(['silent']);
  });

  test('says so at once where nothing was ever known', () => {
    const story = new Story().fails(failures.timeout);
    story.shell.open().pass(2 * second);
    expect(standing(story)).toMatchObject({ is: 'silent', since: start + 550 });
  });

  test('is silent no more after one good answer', () => {
    const story = new Story()
      .begins()
      .fails(failures.timeout)
      .passes(20 * minute)
      .looks(nothing);
    expect(standing(story).is).toBe('idle');
    story.fails(failures.timeout).passes(20 * minute);
    expect(told(story)).toEqual([]);
  });

  test('while this machine slept, or had no network, has not been silent for that long', () => {
    const story = new Story()
      .begins()
      .fails(failures.unreachable)
      .passes(2 * minute);
    story.shell.does({ type: 'network', online: false });
    story.passes(8 * hour);
    // Somebody looks; nothing was asked since.
    story.shell.does({ type: 'windowOpened' });
    story.shell.does({ type: 'credential', portal: 'acme', credential: 'ready' });
    expect(told(story.passes(minute))).toEqual([]);
    story.shell.does({ type: 'network', online: true });
    expect(told(story.passes(10 * minute))).toEqual([]);
    expect(told(story.passes(30 * minute))).toEqual(['silent']);
  });
});

describe('other troubles', () => {
  test('a certificate is told of when it lasts: a hotel’s network looks like that for a while', () => {
    const story = new Story()
      .begins()
      .fails(failures.certificate)
      .passes(2 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'certificate', problem: 'untrusted' }, []]);
    expect(told(story.passes(15 * minute))).toEqual(['certificate']);
  });

  test('a plan that is not paid is shown, and not announced', () => {
    const story = new Story().begins().fails(failures.unpaid).passes(hour);
    expect([standing(story).is, told(story)]).toEqual(['unpaid', []]);
  });

  test('a portal that asks to wait is not asked before, whoever wants it', () => {
    const story = new Story().begins();
    const until = start + 20 * minute;
    story.fails({ kind: 'rateLimited', retryAt: until }).passes(2 * minute);
    expect(standing(story)).toEqual({ is: 'askedToWait', until });
    const since = story.shell.now;
    story.shell.does({ type: 'checkNow', portal: null });
    story.shell.does({ type: 'windowOpened' });
    story.says(nothing).passes(until - 1 - story.shell.now);
    expect(questions(story, since)).toEqual([]);
    story.passes(minute);
    expect(standing(story).is).toBe('idle');
  });

  test('a limit without a word about its end is a silence until it passes, and no news', () => {
    const story = new Story()
      .begins()
      .fails(failures.limited)
      .passes(2 * hour);
    expect([standing(story).is, told(story)]).toEqual(['silent', []]);
  });

  test('a backup goes on behind a passing failure', () => {
    const story = new Story()
      .begins(reads())
      .fails(failures.serverError)
      .passes(6 * second);
    expect(standing(story)).toMatchObject({ is: 'running', percent: 42 });
  });
});
