import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/core/effect.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import { acme, failures, minute, nothing, redirect, second } from '../../support/given.ts';
import { connects } from '../../support/core/connects.ts';
import { type Script, scriptOf, Story } from '../../support/core/story.ts';
import { standing, told, toldCauses } from '../../support/core/told.ts';

// A portal that was added without encryption, and whose server moves it to https of the same host.

const plain = 'http://acme.lan';
const secure = 'https://acme.lan';
const pem = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const moved = redirect(`${secure}/api/2.0/backup/getbackupprogress`, plain);

function watching(answers: Partial<Script> = {}): Story {
  const story = new Story([{ ...acme, origin: plain }]).begins();
  Object.assign(story.script(), answers);
  return story;
}

/** What it was asked, and where, from some effect on. */
function asked({ shell: { effects } }: Story, since = 0): string[] {
  return effects
    .slice(since)
    .flatMap((effect) => (effect.do === 'query' ? [`${effect.origin} ${effect.question.ask}`] : []));
}

function portal({ shell: { state } }: Story) {
  return state.watches[0]?.portal;
}

function done({ shell: { effects } }: Story, what: Effect['do'], since = 0): number[] {
  return effects.flatMap((effect, index) => (index >= since && effect.do === what ? [index] : []));
}

describe('the first redirect to https of the same host', () => {
  test('ends all that is asked without encryption, and is on the disk before anything more is asked', () => {
    const story = watching({ progress: fail(moved) });
    const before = story.shell.effects.length;
    story.passesUntil(({ ask }) => ask === 'settings');
    expect(asked(story, before)).toEqual([`${plain} progress`, `${secure} settings`]);
    const [saved = Infinity] = done(story, 'saveSettings', before);
    expect(saved).toBeLessThan(done(story, 'query', before)[1] ?? 0);
    expect(portal(story)).toEqual({ ...acme, origin: secure, encryptedSince: null });
  });

  test('is followed no faster than within 2 s, however often somebody asks to check now', () => {
    const story = watching({ progress: fail(moved) });
    const before = story.shell.asked.length;
    for (let press = 0; press < 40; press += 1) {
      story.shell.does({ type: 'checkNow', portal: 'acme' });
      story.passes(second / 2);
    }
    const times = story.shell.asked.slice(before).map(({ at }) => at);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2 * second);
  });

  test('is followed with the key once DocSpace has answered there, which seals the key for that origin', () => {
    const story = watching({ progress: fail(moved) });
    story.passesUntil(({ ask }) => ask === 'settings').says(nothing);
    const before = story.shell.effects.length;
    story.passes(10 * minute);
    expect(new Set(asked(story, before))).toEqual(new Set([`${secure} progress`]));
    expect(story.shell.effects).toContainEqual({ do: 'resealKey', portal: 'acme', origin: secure });
    expect(done(story, 'saveSettings', before)[0]).toBeLessThan(done(story, 'resealKey')[0] ?? 0);
    expect(portal(story)?.encryptedSince).toBeGreaterThan(0);
    expect(standing(story).is).toBe('idle');
  });

  test('counts in whatever answer it comes, also in one that nobody waits for any more', () => {
    for (const reply of [
      { ask: 'progress', scope: 'server', got: fail(moved) } as const,
      { ask: 'history', scope: 'portal', got: fail(moved) } as const,
      { ask: 'key', got: fail(moved) } as const,
    ]) {
      const story = watching();
      story.shell.does({ type: 'replied', portal: 'acme', ticket: -1, reply });
      expect(portal(story)?.origin).toBe(secure);
    }
  });

  test('counts once: later ones, and any at https, move nothing', () => {
    const story = watching({ progress: fail(moved) });
    story.passesUntil(({ ask }) => ask === 'settings');
    const there = portal(story);
    const other = fail(redirect('https://acme.lan:666/', plain));
    story.shell.does({
      type: 'replied',
      portal: 'acme',
      ticket: -1,
      reply: { ask: 'progress', scope: 'portal', got: other },
    });
    expect(portal(story)).toEqual(there);
  });

  test('ends the trouble before it: nobody is told of that any more', () => {
    const story = watching({ progress: fail(failures.timeout) }).passes(29 * minute);
    story.script().progress = fail(moved);
    story.passesUntil(({ ask }) => ask === 'settings').says(nothing);
    expect([standing(story.passes(minute)).is, told(story)]).toEqual(['idle', []]);
  });

  test('is kept through a restart, proved or not', () => {
    const story = watching({ progress: fail(moved), settings: fail(failures.timeout) });
    story.passesUntil(({ ask }) => ask === 'settings');
    const before = story.shell.effects.length;
    story.shell.restart().pass(5 * minute);
    expect(new Set(asked(story, before))).toEqual(new Set([`${secure} settings`]));
    story.script().settings = scriptOf().settings;
    story
      .says(nothing)
      .passes(10 * minute)
      .shell.restart()
      .pass(minute);
    expect(asked(story).at(-1)).toMatch(/^https:.* (progress|key|schedule)$/);
  });

  test('while the disk is full is followed all the same, and the key stays sealed as it is', () => {
    const story = watching({ progress: fail(moved) });
    story.shell.world.disk = 'full';
    story.shell.does({ type: 'application', facts: { unsaved: true } });
    story
      .passesUntil(({ ask }) => ask === 'settings')
      .says(nothing)
      .passes(minute);
    expect([asked(story).at(-1), done(story, 'resealKey')]).toEqual([`${secure} progress`, []]);
  });
});

describe('before DocSpace has answered at https', () => {
  test.each<[string, Script['settings'], string]>([
    ['a certificate that nobody knows', fail(failures.certificate), 'untrusted'],
    ['a refused connection', fail({ kind: 'refused', detail: 'ECONNREFUSED' }), 'refused'],
    ['no TLS', fail({ kind: 'encryption', detail: 'EPROTO' }), 'encryption'],
    ['a page of its own', fail(redirect('/login', secure)), 'ownPage'],
    ['a way back to http', fail(redirect(`${plain}/api/2.0/settings`, secure)), 'downgrade'],
    ['another host', fail(redirect('https://login.example', secure)), 'redirected'],
    ['a sign-in of another kind', fail(failures.keyRefused), 'unexpected'],
    ['a refusal', fail(failures.forbidden), 'addressBlocked'],
    ['a gateway without anything behind', fail(failures.serviceDown), 'portalDown'],
    [
      'another product',
      succeed({ docSpace: false, standalone: true, name: 'Old', tenant: 'active' }),
      'notDocSpace',
    ],
  ])('%s is said, and the key goes nowhere', (_what, settings, cause) => {
    const story = watching({ progress: fail(moved), settings });
    story.passesUntil(({ ask }) => ask === 'settings');
    const before = story.shell.effects.length;
    story.passes(40 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause });
    expect(new Set(asked(story, before))).toEqual(new Set([`${secure} settings`]));
    expect(toldCauses(story)).toEqual([cause]);
    story.script().settings = scriptOf().settings;
    story.says(nothing).passes(10 * minute);
    expect(standing(story).is).toBe('idle');
  });

  test('"Check now" asks there, and does not hurry for ever', () => {
    const story = watching({ progress: fail(moved), settings: fail(failures.timeout) });
    story.passesUntil(({ ask }) => ask === 'settings').passes(10 * minute);
    const before = story.shell.effects.length;
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    story.passes(minute);
    expect(asked(story, before)).toContain(`${secure} settings`);
    expect(asked(story, before).length).toBeLessThan(4);
  });

  test('its certificate can be looked at and trusted, and it goes on with that one', () => {
    const story = watching({ progress: fail(moved), settings: fail(failures.certificate) });
    story.passesUntil(({ ask }) => ask === 'settings').passes(minute);
    connects(story, { type: 'certificateOpened', portal: 'acme' });
    const { attempt } = story.shell.state.connect;
    const shown = {
      pem,
      subject: 'acme.lan',
      issuer: 'Acme',
      validFrom: 0,
      validTo: Infinity,
      fingerprint: '9F',
      fitsHost: true,
      trustedBySystem: false,
    };
    story.shell.does({ type: 'certificateShown', attempt, shown: succeed(shown) });
    story.script().settings = scriptOf().settings;
    connects(story, { type: 'connectAgreed' });
    story.says(nothing).passes(minute);
    expect(portal(story)).toMatchObject({ origin: secure, certificate: pem });
    expect(standing(story).is).toBe('idle');
  });
});

describe('after it has moved', () => {
  const steps: Failure[] = [redirect(`${plain}/`, secure), redirect('http://other.example/', secure)];

  test.each(steps)('a server that moves back is not followed, and is said to do that: %j', (back) => {
    const story = watching({ progress: fail(moved) });
    story
      .passesUntil(({ ask }) => ask === 'settings')
      .says(nothing)
      .passes(minute);
    const before = story.shell.effects.length;
    story.fails(back).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'downgrade', host: null });
    expect(asked(story, before).every((question) => question.startsWith(`${secure} `))).toBe(true);
  });
});

test('a day of redirects is asked about gently', () => {
  const story = watching({ progress: fail(moved), settings: fail(redirect('/login', secure)) });
  story.passesUntil(({ ask }) => ask === 'settings');
  const before = story.shell.asked.length;
  story.passes(60 * minute);
  const gaps = story.shell.asked.slice(before).map(({ at }, index, all) => at - (all[index - 1]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2 * second);
  expect(gaps.length).toBeLessThan(40);
});
