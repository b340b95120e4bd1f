import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/core/net/failure.ts';
import { fail } from '../../../src/core/base/result.ts';
import { day, failures, hour, minute, nothing, redirect, second, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { toldCauses, questions, standing, told } from '../../support/core/told.ts';

// A portal that does not answer, or not as a portal: what is shown of it, and what of it is told, and when.

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
      expect(standing(story)).toMatchObject({ is: 'noAccess', cause: failure.kind, host: null, long: false });
      expect(told(story)).toEqual([]);
      story.passes(40 * minute);
      expect(standing(story)).toMatchObject({ is: 'noAccess', long: true });
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
    expect(standing(story).is).toBe('firstCheck');
    story.passes(3 * second);
    expect(standing(story).is).toBe('firstCheck');
    story.passes(5 * second);
    expect(standing(story)).toMatchObject({ is: 'noAccess', since: start + 550 });
  });

  test('is told of with its own cause: the first one that was there after half an hour', () => {
    const story = new Story()
      .begins()
      .fails(failures.timeout)
      .passes(20 * minute);
    story.fails(redirect('https://new.example/path')).passes(20 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'redirected', host: 'new.example' });
    expect(toldCauses(story)).toEqual(['redirected']);
  });

  test.each([
    ['/login', 'ownPage'],
    ['https://acme.onlyoffice.com/maintenance.html', 'ownPage'],
    ['http://acme.onlyoffice.com/', 'downgrade'],
    ['http://new.example/', 'downgrade'],
  ])('and redirects to %s is said to do that, and names no other host', (location, cause) => {
    const story = new Story()
      .begins()
      .fails(redirect(location))
      .passes(40 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause, host: null });
    expect(toldCauses(story)).toEqual([cause]);
  });

  test.each(['http://[', 'http://'])('and leads nowhere, names no host: %s', (location) => {
    const story = new Story()
      .begins()
      .fails(redirect(location))
      .passes(5 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'redirected' });
  });

  test('behind a gateway is asked whether all of it is down, and shown as before meanwhile', () => {
    const story = new Story()
      .begins()
      .fails(failures.serviceDown)
      .passes(5 * minute);
    const seen = new Set<string>();
    for (let moment = 0; moment < 600; moment += 1) {
      const now = standing(story.passes(second));
      seen.add(now.is === 'noAccess' ? now.cause : now.is);
    }
    expect([...seen]).toEqual(['serviceDown']);
    story.script().settings = fail(failures.serviceDown);
    story.passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'portalDown' });
    expect(new Set(questions(story))).toEqual(new Set(['progress', 'key', 'schedule', 'settings']));
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
    story.shell.does({ type: 'keyStatus', portal: 'acme', keyStatus: 'ready' });
    expect(told(story.passes(minute))).toEqual([]);
    story.shell.does({ type: 'network', online: true });
    expect(told(story.passes(10 * minute))).toEqual([]);
    expect(told(story.passes(30 * minute))).toEqual(['silent']);
  });
});
