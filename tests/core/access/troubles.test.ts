import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { acme, day, failures, hour, minute, nothing, reads, second, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { questions, standing, state, told } from '../../support/core/told.ts';

// Certificates, plans, limits, passing failures: what is shown of them, and what of them is told, and when.

describe('other troubles', () => {
  test('that a certificate is another than the trusted one is told at once, and well again when it is back', () => {
    const story = new Story()
      .begins()
      .fails(failures.changed)
      .passes(2 * minute);
    expect([state(story), told(story)]).toEqual(['certificateChanged', ['certificateChanged']]);
    story.passes(hour);
    expect(told(story)).toEqual(['certificateChanged']);
    expect(standing(story.looks(nothing)).is).toBe('idle');
  });

  test('a certificate is told of when it lasts: a hotel’s network looks like that for a while', () => {
    const story = new Story()
      .begins()
      .fails(failures.certificate)
      .passes(2 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'noAccess', cause: 'untrusted' }, []]);
    expect(told(story.passes(15 * minute))).toEqual(['certificate']);
  });

  test('a plan that is not paid is told of when it lasts', () => {
    const story = new Story()
      .begins()
      .fails(failures.unpaid)
      .passes(2 * minute);
    expect([state(story), told(story)]).toEqual(['unpaid', []]);
    expect(told(story.passes(15 * minute))).toEqual(['unpaid']);
  });

  test('a portal that asks to wait is not asked before, whoever wants it', () => {
    const story = new Story().begins();
    const until = start + 20 * minute;
    story.fails({ kind: 'rateLimited', retryAt: until }).passes(2 * minute);
    expect(standing(story)).toMatchObject({
      is: 'noAccess',
      cause: 'rateLimited',
      nextAt: until,
      long: false,
    });
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
    expect(waiting).toMatchObject({ is: 'noAccess', cause: 'rateLimited', long: false });
    const until = waiting.is === 'noAccess' ? (waiting.nextAt ?? 0) : 0;
    expect(until).toBeGreaterThan(story.shell.now);
    const since = story.shell.now;
    story.passes(until - since - 1);
    expect(questions(story, since)).toEqual([]);
    story.passes(10);
    expect(questions(story, since)).toEqual(['progress']);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'rateLimited', nextAt: null });
    story.passes(hour);
    expect([standing(story), told(story)]).toMatchObject([
      { is: 'noAccess', cause: 'rateLimited', long: true },
      ['silent'],
    ]);
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

  test('what a portal asks for while its backup runs is said, instead of a figure that grows old', () => {
    const story = new Story();
    const until = start + 3 * hour;
    story.script().key = fail({ kind: 'rateLimited', retryAt: until });
    story.begins(reads()).passes(minute);
    expect(standing(story)).toMatchObject({
      is: 'noAccess',
      cause: 'askedToWait',
      nextAt: until,
      long: false,
    });
    expect(standing(story.says(reads({ percent: 60 })).passes(3 * hour))).toMatchObject({ percent: 60 });
  });

  test.each([
    [failures.serviceDown, 'portalDown'],
    [failures.serverError, 'serverError'],
    [failures.notThere, 'notThere'],
    [failures.forbidden, 'askedToWait'],
  ] as const)(
    'one failure that asks for a wait (%j) is shown at once: nothing is looked at until then',
    (failure, cause) => {
      const story = new Story().begins(reads());
      const nextAt = story.shell.now + 10 * minute;
      story.script().settings = fail(failures.serviceDown);
      story.fails({ ...failure, retryAt: nextAt }).passes(10 * second);
      expect(standing(story)).toMatchObject({ is: 'noAccess', cause, nextAt, long: false });
      story.shell.does({ type: 'checkNow', portal: 'acme' });
      expect(standing(story.passes(minute))).toMatchObject({ is: 'noAccess', cause, nextAt });
      expect(standing(story.says(reads({ percent: 60 })).passes(10 * minute))).toMatchObject({ percent: 60 });
    },
  );

  test('a backup goes on behind a passing failure', () => {
    const story = new Story()
      .begins(reads())
      .fails(failures.serverError)
      .passes(6 * second);
    expect(standing(story)).toMatchObject({ is: 'running', percent: 42 });
  });

  test('an answer about the version, which only adding a portal asks for, changes nothing but when to look again', () => {
    const story = new Story().begins(reads());
    const before = standing(story);
    story.shell.world.latency = hour;
    story.passes(10 * second);
    const ticket = story.shell.state.watches[0]?.poll.ticket ?? 0;
    const reply = { ask: 'version', got: succeed('3.7.2') } as const;
    story.shell.does({ type: 'replied', portal: 'acme', ticket, reply });
    expect(standing(story)).toEqual(before);
    expect(story.shell.state.watches[0]?.poll).toMatchObject({ asking: null, dueAt: expect.any(Number) });
  });
});

describe('a certificate that is another than the trusted one', () => {
  const { changed } = failures;

  test('is shown at once, and told when the next check meets it too', () => {
    const story = new Story()
      .begins()
      .fails(changed)
      .passesUntil(({ ask }) => ask === 'progress')
      .passes(second);
    expect([state(story), told(story)]).toEqual(['certificateChanged', []]);
    expect(told(story.passes(minute))).toEqual(['certificateChanged']);
  });

  test('is not told after one check that met it and one that met an unknown authority', () => {
    const story = new Story()
      .begins()
      .fails(failures.certificate)
      .passesUntil(({ ask }) => ask === 'progress')
      .passes(second)
      .fails(changed)
      .passesUntil(({ ask }) => ask === 'progress')
      .passes(second);
    expect([state(story), told(story)]).toEqual(['certificateChanged', []]);
    expect(told(story.passes(minute))).toEqual(['certificateChanged']);
  });

  test('behind a balancer with two certificates is told once, however long that goes on', () => {
    const story = new Story().begins();
    for (let round = 0; round < 60; round += 1) {
      story
        .fails(changed)
        .passes(5 * minute)
        .says(nothing)
        .passes(5 * minute);
      if (round % 20 === 10) story.shell.restart().pass(minute);
    }
    expect(told(story)).toEqual(['certificateChanged']);
  });

  test('is told again after a day without it', () => {
    const story = new Story()
      .begins()
      .fails(changed)
      .passes(5 * minute)
      .says(nothing)
      .passes(day + hour);
    expect(told(story.fails(changed).passes(5 * minute))).toEqual([
      'certificateChanged',
      'certificateChanged',
    ]);
  });

  test('is told again after its user has trusted the other one', () => {
    const story = new Story()
      .begins()
      .fails(changed)
      .passes(5 * minute);
    story.shell.does({ type: 'connectOpened', portal: 'acme' });
    const { attempt } = story.shell.state.connect;
    story.says(nothing).shell.does({
      type: 'connectStored',
      attempt,
      stored: succeed({ portal: acme, kept: 'sealed' as const }),
    });
    expect(
      told(
        story
          .passes(minute)
          .fails(changed)
          .passes(5 * minute),
      ),
    ).toHaveLength(2);
  });
});
