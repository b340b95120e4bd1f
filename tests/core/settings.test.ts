import { describe, expect, test } from 'vitest';
import { defaultSettings, parseSettings, type Settings } from '../../src/core/settings.ts';
import { acme, globex, start } from '../support/given.ts';

const whole: Settings = { version: 1, portals: [acme, globex], theme: 'dark', pausedUntil: start };

describe('a settings file', () => {
  test.each<[string, Settings]>([
    ['the default ones', defaultSettings],
    ['paused for a while', whole],
    ['paused until resumed', { ...whole, pausedUntil: null }],
    ['no notification of some news', { ...whole, silenced: ['finished', 'expiring'] }],
    ['a warning of old backups', { ...whole, portals: [{ ...acme, warnAfter: 7 }] }],
    [
      'archives saved to a folder',
      { ...whole, portals: [{ ...acme, saveTo: { folder: '/backups', keep: 7 } }, globex] },
    ],
    ['all of them kept', { ...whole, portals: [{ ...acme, saveTo: { folder: 'D:\\backups', keep: null } }] }],
    ['portals asked at a fixed interval', { ...whole, polling: 'halfMinute' }],
    ['standalone portals', { ...whole, portals: [{ ...acme, standalone: true }, globex] }],
    ['a portal that has moved to https', { ...whole, portals: [{ ...acme, encryptedSince: 7 }] }],
    ['a portal that is moving there', { ...whole, portals: [{ ...acme, encryptedSince: null }] }],
    ['the whole server watched', { ...whole, portals: [{ ...acme, scopes: ['portal', 'server'] }] }],
  ])('is read as it was written: %s', (_what, settings) => {
    expect(parseSettings(JSON.parse(JSON.stringify(settings)))).toEqual({ settings, problem: null });
  });

  test('that does not exist yet means the defaults', () => {
    expect(parseSettings({})).toEqual({ settings: defaultSettings, problem: null });
  });

  test('of the time before versions is lifted', () => {
    const { version: _version, ...unversioned } = whole;
    expect(parseSettings(unversioned)).toEqual({ settings: whole, problem: null });
    expect(parseSettings({ ...whole, version: '1' })).toEqual({ settings: whole, problem: null });
    expect(parseSettings({ ...whole, version: -3 })).toEqual({ settings: whole, problem: null });
  });

  test('of a newer Keepwatch is read as far as it is understood, and set aside', () => {
    const newer = {
      ...whole,
      version: 2,
      groups: [],
      portals: [{ ...acme, colour: 'teal' }, { id: 'strange' }],
    };
    expect(parseSettings(newer)).toEqual({ settings: { ...whole, portals: [acme] }, problem: 'newer' });
    expect(parseSettings({ ...whole, version: 1.5 }).problem).toBe('newer');
  });

  test.each([
    ['null', null],
    ['a text', 'portals'],
    ['a list', [whole]],
    ['a number', 1],
  ])('that is no settings at all is damaged: %s', (_what, stored) => {
    expect(parseSettings(stored)).toEqual({ settings: defaultSettings, problem: 'damaged' });
  });

  test.each<[string, Record<string, unknown>, Settings]>([
    ['no portals', { version: 1, theme: 'dark' }, { ...defaultSettings, theme: 'dark' }],
    ['portals that are no list', { ...whole, portals: {} }, { ...whole, portals: [] }],
    ['an unknown theme', { ...whole, theme: 'neon' }, { ...whole, theme: 'system' }],
    [
      'a pause in words',
      { ...whole, pausedUntil: 'noon' },
      { version: 1, portals: [acme, globex], theme: 'dark' },
    ],
    [
      'a pause beyond all dates',
      { ...whole, pausedUntil: 1e300 },
      { version: 1, portals: [acme, globex], theme: 'dark' },
    ],
    ['an unknown kind of news', { ...whole, silenced: ['weather'] }, whole],
    ['an interval in numbers', { ...whole, polling: 1 }, whole],
    [
      'two portals under one id',
      { ...whole, portals: [acme, { ...globex, id: 'acme' }] },
      { ...whole, portals: [acme] },
    ],
  ])('of which a part is damaged loses only that: %s', (_what, stored, settings) => {
    expect(parseSettings(stored)).toEqual({ settings, problem: 'damaged' });
  });

  test.each([
    ['no id', { ...acme, id: '' }],
    ['an id without end', { ...acme, id: 'x'.repeat(65) }],
    ['no name', { ...acme, name: undefined }],
    ['an origin with a path', { ...acme, origin: 'https://acme.example/' }],
    ['an origin with a key', { ...acme, origin: 'https://sk-1@acme.example' }],
    ['an origin that is none', { ...acme, origin: 'acme.example' }],
    ['an origin of another kind', { ...acme, origin: 'ws://acme.example' }],
    ['a file', { ...acme, origin: 'file:///etc' }],
    ['a host without end', { ...acme, origin: `https://${'a'.repeat(300)}.example` }],
    ['nothing', null],
  ])('loses no portal beside one that cannot be read: %s', (_what, bad) => {
    expect(parseSettings({ ...whole, portals: [bad, globex] })).toEqual({
      settings: { ...whole, portals: [globex] },
      problem: 'damaged',
    });
  });

  test('cuts a name without end, and loses no portal over it', () => {
    const { settings, problem } = parseSettings({ ...whole, portals: [{ ...acme, name: 'x'.repeat(9000) }] });
    expect([settings.portals[0]?.name, problem]).toEqual([`${'x'.repeat(79)}…`, null]);
  });

  test.each<[unknown, string[]]>([
    [['portal'], ['portal']],
    [['server'], ['portal', 'server']],
    [
      ['server', 'portal'],
      ['portal', 'server'],
    ],
    [['portal', 'portal'], ['portal']],
    [
      ['portal', 'server', 'restore'],
      ['portal', 'server'],
    ],
    [[], ['portal']],
    ['server', ['portal']],
    [undefined, ['portal']],
  ])('watches the portal’s own backups in any case: %j', (scopes, watched) => {
    const { settings, problem } = parseSettings({ ...whole, portals: [{ ...acme, scopes }] });
    expect([settings.portals[0]?.scopes, problem]).toEqual([watched, null]);
  });

  test('takes a portal that says nothing sensible about its server for one of many', () => {
    const { settings, problem } = parseSettings({ ...whole, portals: [{ ...acme, standalone: 'yes' }] });
    expect([settings.portals[0]?.standalone, problem]).toEqual([false, null]);
  });

  test('warns of no age that cannot be chosen, and loses no portal over it', () => {
    const { settings } = parseSettings({ ...whole, portals: [{ ...acme, warnAfter: 0.001 }] });
    expect(settings.portals).toEqual([acme]);
  });

  test.each([
    { folder: 'backups', keep: 7 },
    { folder: '', keep: 7 },
    { folder: '/back\0ups', keep: 7 },
    { folder: `/${'x'.repeat(5000)}`, keep: 7 },
    { folder: '/backups', keep: 0 },
    { folder: '/backups', keep: -1 },
    { folder: '/backups' },
    { keep: 7 },
    '/backups',
  ])(
    'saves to no folder that cannot be one, deletes by no other count, and loses no portal: %j',
    (saveTo) => {
      const { settings } = parseSettings({ ...whole, portals: [{ ...acme, saveTo }] });
      expect(settings.portals).toEqual([acme]);
    },
  );

  test('has a move to https proved again where it cannot be read whether it was', () => {
    const { settings } = parseSettings({ ...whole, portals: [{ ...acme, encryptedSince: 'yes' }] });
    expect(settings.portals[0]?.encryptedSince).toBeNull();
  });

  test('takes nothing over that it does not know, and cannot be made to hold a prototype', () => {
    const stored = JSON.parse(
      '{"version":1,"portals":[],"theme":"light","__proto__":{"evil":1},"key":"sk-1"}',
    );
    const { settings } = parseSettings(stored);
    expect(Object.keys(settings)).toEqual(['version', 'portals', 'theme']);
    expect('evil' in settings).toBe(false);
  });
});
