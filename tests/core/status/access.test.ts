import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { failures, hour, minute, nothing, second } from '../../support/given.ts';
import { type Script, Story } from '../../support/core/story.ts';
import { toldCauses, questions, standing, told } from '../../support/core/told.ts';

// What keeps the portal's backups from being seen: what is shown of it, and what of it is told, and when.

const asked = { docSpace: true, standalone: false, name: 'Acme' };

describe('a portal that forbids', () => {
  test.each<[string, Partial<Script>, string, string[], number]>([
    ['busy', { settings: succeed({ ...asked, tenant: 'busy' }) }, 'busy', [], hour],
    [
      'suspended, as it says',
      { settings: succeed({ ...asked, tenant: 'suspended' }) },
      'suspended',
      ['suspended'],
      5 * minute,
    ],
    [
      'for it is Workspace, not DocSpace now',
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
      { key: succeed({ name: '', readsBackups: false, writes: false, readOnly: true, expiresAt: null }) },
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
    ['for no reason', {}, 'noRight', ['noRight'], 15 * minute],
    ['a gateway’s 403', { settings: fail(failures.serviceDown) }, 'noRight', [], 20 * minute],
    [
      'a gateway’s 403, for long: nothing behind it answers',
      { settings: fail(failures.serviceDown) },
      'noRight',
      ['portalDown'],
      hour,
    ],
  ])('%s', (_what, script, cause, news, lasting) => {
    const story = new Story().begins();
    Object.assign(story.script(), script);
    story.fails(failures.forbidden).passes(minute + 10 * second);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause });
    story.passes(lasting);
    expect(toldCauses(story)).toEqual(news);
    expect(told(story)).toHaveLength(news.length);
  });

  test('to a gateway, and once with its settings too, blocks nobody’s address', () => {
    const story = new Story().begins();
    story.script().settings = fail(failures.serviceDown);
    story.fails(failures.forbidden).passes(20 * minute);
    story.settingsSayOnce(fail(failures.forbidden)).passes(5 * minute);
    expect(told(story)).toEqual([]);
  });

  test.each([
    [fail(failures.forbidden), fail(failures.forbidden)],
    [
      succeed({ name: '', readsBackups: true, writes: false, readOnly: true, expiresAt: null }),
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
    expect(standing(story).is).toBe('firstCheck');
    story.passes(10 * second);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'noRight' });
    // Asked anew, with the last cause in place until there is a new one.
    story.script().self = succeed({ name: '', administrator: false });
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    story.passes(1 * second);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'noRight' });
    story.passes(10 * second);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'notAdministrator' });
  });
});
