import { describe, expect, test } from 'vitest';
import type { Failure } from '../../src/core/failure.ts';
import { fail } from '../../src/core/result.ts';
import { day, failures, hour, minute, nothing, reads, second, start } from './given.ts';
import { Story } from './scripted.ts';
import { causes, questions, standing, told } from './telling.ts';

// A portal that does not answer, or not as a portal: what is shown of it, and what of it is told, and when.

describe('a portal that answers 404', () => {
  test('now and then, with its settings too, is not told of as suspended when they say that it is not', () => {
    const story = new Story().begins();
    const active = story.script().settings;
    story.script().settings = fail(failures.notThere);
    story.fails(failures.notThere).passes(110 * second);
    story.script().settings = active;
    story.passes(20 * minute);
    expect(told(story)).toEqual([]);
  });

  test('once, for its settings alone, is not suspended, however long it has refused everything else', () => {
    const story = new Story().begins();
    story.script().settings = fail(failures.serverError);
    story.fails(failures.forbidden).passes(hour);
    story.script().settings = fail(failures.notThere);
    expect(told(story.passes(10 * minute))).toEqual([]);
  });

  test('for a moment after a silence of its own is no suspended one: its server was started again', () => {
    const story = new Story()
      .begins()
      .fails(failures.unreachable)
      .passes(15 * minute);
    story.script().settings = fail(failures.notThere);
    const silent = story.shell.asked.length;
    story.fails(failures.notThere);
    while (story.shell.asked.length < silent + 2) story.passes(second);
    story.passes(second).says(nothing).passes(hour);
    expect(told(story)).toEqual([]);
  });

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
  test('that a certificate is another than the trusted one is told at once, and well again when it is back', () => {
    const story = new Story()
      .begins()
      .fails(failures.changed)
      .passes(2 * minute);
    expect([standing(story).is, told(story)]).toEqual(['certificate', ['certificateChanged']]);
    story.passes(hour);
    expect(told(story)).toEqual(['certificateChanged']);
    expect(standing(story.looks(nothing)).is).toBe('idle');
  });

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
