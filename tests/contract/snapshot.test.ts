import { describe, expect, test } from 'vitest';
import { type Snapshot, snapshotSchema } from '../../src/contract/snapshot.ts';
import { acme, readsFinished, reads } from '../support/given.ts';
import { Story } from '../support/core/story.ts';
import { added, forbidden } from '../support/present/connectView.ts';
import { words } from '../support/present/presented.ts';
import { windowOf } from '../support/present/shown.ts';

// What goes out to a window: only what the schema knows can leave.

const story = new Story().begins(reads()).looks(readsFinished());
const snapshot = windowOf(story.shell.state, words, story.shell.now, 3, true);

/** Whether it may leave with all its rows. */
function accepts(payload: unknown): boolean {
  const read = snapshotSchema.safeParse(payload);
  return read.success && read.data.portals.every(({ state }) => state !== '…');
}

// Others, so that everything that can be in one is in one of them.
const whole = new Story([{ ...acme, scopes: ['portal', 'server'], standalone: true }]).begins(reads());
const running = windowOf(whole.shell.state, words, whole.shell.now, 4, false);
const refused: Snapshot = { ...snapshot, connect: added({ progress: forbidden }), banners: running.banners };

/** What is meant for the machine, and not said. */
const codes = new Set([
  'polling',
  'id',
  'portal',
  'scope',
  'job',
  'type',
  'shape',
  'tone',
  'weight',
  'stage',
  'theme',
  'direction',
]);

/** The way to every object in it. */
function placesIn(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, member]) => placesIn(member, [...way, name]));
  return Array.isArray(value) ? inner : [way, ...inner];
}

function withExtra(value: unknown, [name, ...way]: string[]): unknown {
  if (name === undefined) return { ...Object(value), extra: 'x' };
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === name ? withExtra(item, way) : item));
  return { ...Object(value), [name]: withExtra(Object(value)[name], way) };
}

const backup = { scope: 'portal', job: 'task-a' };
const button = { action: { type: 'openLink', portal: 'acme', backup }, label: 'x', weight: 'main' };

function withRow(parts: Record<string, unknown>): unknown {
  return { ...snapshot, portals: snapshot.portals.map((row) => ({ ...row, ...parts })) };
}

describe('a snapshot', () => {
  test('as it is made may leave', () => {
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(accepts({ ...snapshot, labels: null })).toBe(true);
  });

  test('without any one of its members may not', () => {
    for (const name of Object.keys(snapshot)) {
      const { [name]: _gone, ...rest } = Object(snapshot);
      expect(accepts(rest), name).toBe(false);
    }
  });

  test.each<[string, unknown]>([
    ['a key beside it', { ...snapshot, key: 'sk-1' }],
    ['a key in the form', { ...snapshot, connect: { ...snapshot.connect, key: 'sk-1' } }],
    ['a link in a row', withRow({ link: '/storage/x?auth=1' })],
    ['a link in a button', withRow({ buttons: [{ ...button, url: 'https://x' }] })],
    ['a link as an action', withRow({ buttons: [{ ...button, action: 'https://x' }] })],
    [
      'a link in an action',
      withRow({ buttons: [{ ...button, action: { ...button.action, url: 'https://x' } }] }),
    ],
    ['an offer in a row', withRow({ offer: { url: 'https://x' } })],
    ['an address in a row', withRow({ origin: 'https://acme.example' })],
    ['a fact with more than it says', withRow({ facts: [{ term: 'a', detail: 'b', href: 'https://x' }] })],
    ['a note with a button', { ...snapshot, strips: [{ tone: 'warn', fact: 'a', next: 'b', button: 'c' }] }],
    ['a label nobody knows', { ...snapshot, labels: { ...snapshot.labels, evil: 'x' } }],
    ['a label missing', { ...snapshot, labels: { application: 'Keepwatch' } }],
    ['a percentage over 100', withRow({ progress: { now: 101, text: '', plateau: false } })],
    ['a broken percentage', withRow({ progress: { now: 0.5, text: '', plateau: false } })],
    ['a glyph nobody can draw', withRow({ glyph: { shape: 'skull' } })],
    ['a running glyph without its figure', withRow({ glyph: { shape: 'running' } })],
    ['a still glyph with a figure', withRow({ glyph: { shape: 'idle', percent: 5 } })],
    ['an unknown tone', withRow({ tone: 'neon' })],
    ['an unknown direction', { ...snapshot, direction: 'ttb' }],
    ['a portal without an id', withRow({ id: '' })],
    ['nothing', null],
    ['a list', [snapshot]],
  ])('with %s may not leave', (_what, payload) => {
    expect(accepts(payload)).toBe(false);
  });

  test('with one row that may not leave keeps nothing of the others: of that one goes its name', () => {
    const [row] = snapshot.portals;
    const wrong = {
      ...row,
      id: 'wrong',
      name: 'Wrong',
      state: 'x',
      buttons: [{ ...button, url: 'https://x' }],
    };
    const sent = snapshotSchema.parse({ ...snapshot, portals: [row, wrong] });
    expect(sent).toMatchObject({ portals: [row, { id: 'wrong', name: 'Wrong', state: '…', buttons: [] }] });
    expect(JSON.stringify(sent)).not.toContain('https://x');
  });

  test('with a text without end leaves with its beginning', () => {
    const [row] = snapshotSchema.parse(withRow({ name: '👨‍👩‍👧'.repeat(500) })).portals;
    expect(row?.name.length).toBeLessThanOrEqual(2000);
    expect(row?.name).toMatch(/^(👨‍👩‍👧)+…$/u);
  });

  test('with anything more, anywhere in it, may not leave', () => {
    for (const rich of [snapshot, running, refused]) {
      expect(accepts(rich)).toBe(true);
      const places = placesIn(rich);
      for (const place of places) expect(accepts(withExtra(rich, place)), place.join('.')).toBe(false);
      expect(places.length).toBeGreaterThanOrEqual(10);
    }
  });

  test('holds no key, whoever wrote one into it, and wherever', () => {
    const key = `sk-${'0a'.repeat(32)}`;
    for (const rich of [snapshot, running, refused]) {
      const filled = JSON.stringify(rich, (name, value: unknown) =>
        typeof value === 'string' && !codes.has(name) ? `${value} Bearer ${key}.` : value,
      );
      const sent = JSON.stringify(snapshotSchema.parse(JSON.parse(filled)));
      expect([filled.includes(key), sent.includes(key)]).toEqual([true, false]);
      expect(sent).toContain('Bearer sk-….');
    }
  });

  test('holds no member that could be a secret, at any depth', () => {
    const members = new Set<string>();
    JSON.stringify(snapshot satisfies Snapshot, (name, value: unknown) => {
      members.add(name);
      return value;
    });
    for (const name of ['key', 'token', 'link', 'url', 'href', 'origin', 'auth', 'secret', 'password']) {
      // The labels of the window name the field of the key; they hold no key.
      if (name !== 'key') expect(members.has(name), name).toBe(false);
    }
    expect(snapshot.labels?.key).toBe('API key');
  });
});
