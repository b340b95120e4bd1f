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

/** The causes that were told with it. */
function causes(story: Story): string[] {
  return story.shell.shown.flatMap(({ notice }) =>
    notice.kind === 'one' && notice.announcement.news.of === 'access' ? [notice.announcement.news.cause] : [],
  );
}

const unlimited = { name: '', readsBackups: true, readOnly: true, expiresAt: null };
const asked = { docSpace: true, standalone: false, name: 'Acme' };

describe('a key that is refused', () => {
  test('is told at once, and stops the looks until somebody does something', () => {
    const story = new Story()
      .begins()
      .fails(failures.keyRefused)
      .passes(2 * minute);
    expect(told(story)).toEqual(['keyRefused']);
    expect(standing(story)).toMatchObject({ is: 'keyRefused', why: 'keyRefused' });
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
    expect(standing(story)).toMatchObject({ is: 'restoring' });
    story.fails(failures.keyRefused).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'keyRefused', why: 'keyRestored' });
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    expect(standing(story.passes(minute))).toMatchObject({ is: 'keyRefused', why: 'keyRestored' });
    expect(causes(story)).toEqual(['keyRestored']);
  });

  test('after its end is explained by that, also after a restart', () => {
    const story = new Story();
    story.script().key = succeed({ ...unlimited, expiresAt: start + hour });
    story
      .begins()
      .passes(minute)
      .shell.restart()
      .pass(2 * hour);
    story.fails(failures.keyRefused).passes(2 * minute);
    expect(standing(story)).toMatchObject({ is: 'keyRefused', why: 'keyExpired' });
    expect(causes(story).at(-1)).toBe('keyExpired');
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
    ['busy', { settings: succeed({ ...asked, tenant: 'busy' }) }, 'busy', [], hour],
    [
      'suspended, as it says',
      { settings: succeed({ ...asked, tenant: 'suspended' }) },
      'suspended',
      ['suspended'],
      minute,
    ],
    [
      'for it is the older Workspace now',
      { settings: succeed({ ...asked, docSpace: false, tenant: 'active' }) },
      'workspace',
      ['workspace'],
      15 * minute,
    ],
    [
      'this address from everything',
      { settings: fail(failures.forbidden) },
      'addressBlocked',
      ['addressBlocked'],
      15 * minute,
    ],
    [
      'a limited key',
      { key: succeed({ name: '', readsBackups: false, readOnly: true, expiresAt: null }) },
      'keyLimited',
      ['keyLimited'],
      minute,
    ],
    [
      'nobody’s key',
      { self: succeed({ name: '', administrator: false }) },
      'notAdministrator',
      ['notAdministrator'],
      minute,
    ],
    [
      'this address',
      { key: fail(failures.forbidden), self: fail(failures.forbidden) },
      'addressBlocked',
      ['addressBlocked'],
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
    expect(causes(story)).toEqual(news);
    expect(told(story)).toHaveLength(news.length);
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
    story.fails(failures.notThere).passes(minute);
    expect([standing(story).is, told(story)]).toEqual(['idle', []]);
    story.passes(minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'forbidden', cause: 'suspended' }, []]);
    story.passes(3 * minute);
    expect(told(story)).toEqual(['suspended']);
  });

  test('for a moment, since its gateway was restarted, is nothing to speak of', () => {
    const story = new Story().begins();
    story.script().settings = fail(failures.notThere);
    story
      .fails(failures.notThere)
      .passes(100 * second)
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
    expect(causes(story)).toEqual(['notThere']);
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
        .glances(nothing)
        .fails(failure)
        .passes(62 * second);
      expect([standing(story).is, told(story)]).toEqual(['idle', []]);
      story.passes(minute);
      expect(standing(story)).toMatchObject({ is: 'silent', cause: failure.kind, host: null, long: false });
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

  test('is still being looked at for the first time until the third failure', () => {
    const story = new Story().fails(failures.timeout);
    story.shell.open().pass(2 * second);
    expect(standing(story).is).toBe('firstLook');
    story.passes(3 * second);
    expect(standing(story).is).toBe('firstLook');
    story.passes(5 * second);
    expect(standing(story)).toMatchObject({ is: 'silent', since: start + 550 });
  });

  test('is told of with its own cause: the first one that was there after half an hour', () => {
    const story = new Story()
      .begins()
      .fails(failures.timeout)
      .passes(20 * minute);
    story.fails({ kind: 'redirected', location: 'https://new.example/path' }).passes(20 * minute);
    expect(standing(story)).toMatchObject({ is: 'silent', cause: 'redirected', host: 'new.example' });
    expect(causes(story)).toEqual(['redirected']);
  });

  test.each([':', 'http://'])('and leads nowhere, names no host: %s', (location) => {
    const story = new Story()
      .begins()
      .fails({ kind: 'redirected', location })
      .passes(5 * minute);
    expect(standing(story)).toMatchObject({ is: 'silent', cause: 'redirected' });
  });

  test('behind a gateway is asked whether all of it is down, and shown as before meanwhile', () => {
    const story = new Story()
      .begins()
      .fails(failures.serviceDown)
      .passes(5 * minute);
    const seen = new Set<string>();
    for (let moment = 0; moment < 600; moment += 1) {
      const now = standing(story.passes(second));
      seen.add(now.is === 'silent' ? now.cause : now.is);
    }
    expect([...seen]).toEqual(['serviceDown']);
    story.script().settings = fail(failures.serviceDown);
    story.passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'silent', cause: 'portalDown' });
    expect(new Set(questions(story))).toEqual(new Set(['progress', 'key', 'settings']));
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

  test('a plan that is not paid is told of when it lasts', () => {
    const story = new Story()
      .begins()
      .fails(failures.unpaid)
      .passes(2 * minute);
    expect([standing(story).is, told(story)]).toEqual(['unpaid', []]);
    expect(told(story.passes(15 * minute))).toEqual(['unpaid']);
  });

  test('a portal that asks to wait is not asked before, whoever wants it', () => {
    const story = new Story().begins();
    const until = start + 20 * minute;
    story.fails({ kind: 'rateLimited', retryAt: until }).passes(2 * minute);
    expect(standing(story)).toEqual({ is: 'askedToWait', until, long: false });
    const since = story.shell.now;
    story.shell.does({ type: 'checkNow', portal: null });
    story.shell.does({ type: 'windowOpened' });
    story.says(nothing).passes(until - 1 - story.shell.now);
    expect(questions(story, since)).toEqual([]);
    story.passes(minute);
    expect(standing(story).is).toBe('idle');
  });

  test('a limit without a word about its end is waited for until the next look, and told of when it lasts', () => {
    const story = new Story()
      .begins()
      .fails(failures.limited)
      .passes(2 * minute);
    const waiting = standing(story);
    expect(waiting).toMatchObject({ is: 'askedToWait', long: false });
    const until = waiting.is === 'askedToWait' ? (waiting.until ?? 0) : 0;
    expect(until).toBeGreaterThan(story.shell.now);
    const since = story.shell.now;
    story.passes(until - since - 1);
    expect(questions(story, since)).toEqual([]);
    story.passes(10);
    expect(questions(story, since)).toEqual(['progress']);
    expect(standing(story)).toMatchObject({ is: 'askedToWait', until: null });
    story.passes(hour);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'askedToWait', long: true }, ['silent']]);
  });

  test('what a portal asks for while it is asked why is obeyed too', () => {
    const story = new Story().begins().fails(failures.forbidden);
    const until = story.shell.now + 20 * minute;
    story.script().settings = fail({ kind: 'rateLimited', retryAt: until });
    story.passes(2 * minute);
    const since = story.shell.now;
    story.passes(until - since - 1);
    expect(questions(story, since)).toEqual([]);
  });

  test('a backup goes on behind a passing failure', () => {
    const story = new Story()
      .begins(reads())
      .fails(failures.serverError)
      .passes(6 * second);
    expect(standing(story)).toMatchObject({ is: 'running', percent: 42 });
  });
});
