import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acme, hour, minute, nothing, reads } from '../support/given.ts';
import { portalsSaying, Story } from '../support/core/story.ts';
import { words } from '../support/present/presented.ts';
import { trayOf } from '../support/present/shown.ts';

function tooltip(story: Story): string {
  return trayOf(story.shell.state, words, story.shell.now).tooltip;
}

const failed = reads({ completed: true, error: 'Disk full.' });

describe('the tooltip', () => {
  test('says the state of each portal, the worst first', () => {
    const story = portalsSaying([reads({ percent: 90 }), reads(), nothing]);
    expect(tooltip(story)).toBe('P1: backing up 42 %\nP0: uploading, 90 %\nP2: no backup running');
    story.says(failed, 'p2').passes(minute);
    expect(tooltip(story).split('\n')[0]).toBe('P2: backup failed');
  });

  test('says how long a backup still takes', () => {
    const story = new Story()
      .begins(reads({ percent: 10 }))
      .passes(20_000)
      .looks(reads({ percent: 40 }));
    expect(tooltip(story)).toMatch(/^Acme: backing up 40 %, about \d+ (s|min) left$/);
  });

  test('says instead that nothing is watched, watching is paused, or there is no network', () => {
    expect(tooltip(new Story([]))).toBe('Keepwatch');
    const story = new Story().begins(reads());
    story.shell.does({ type: 'network', online: false });
    expect(tooltip(story)).toBe('Keepwatch: no network since 03:04');
    story.shell.does({ type: 'paused', until: story.shell.now + hour });
    expect(tooltip(story)).toBe('Keepwatch: watching is paused until 04:04');
    story.shell.does({ type: 'paused', until: Infinity });
    expect(tooltip(story)).toBe('Keepwatch: watching is paused');
  });

  test('holds whole lines only, as many as fit', () => {
    const story = portalsSaying(Array.from({ length: 9 }, () => nothing));
    const shown = tooltip(story);
    expect(shown.length).toBeLessThanOrEqual(127);
    expect(shown.split('\n')).toEqual(
      Array.from({ length: 5 }, (_, index) => `P${index}: no backup running`),
    );
  });

  test('cuts a long name rather than what is said of it, and never within a grapheme', () => {
    const story = new Story([{ ...acme, name: '👨‍👩‍👧‍👦'.repeat(20) }]).begins(reads());
    const shown = tooltip(story);
    expect(shown).toMatch(/^(👨‍👩‍👧‍👦)+…: backing up 42 %$/u);
    expect(shown.length).toBeLessThanOrEqual(127);
  });

  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
  const cluster = fc.constantFrom('A', 'é', 'e\u0301', '👍🏽', '🇩🇪', '👨‍👩‍👧‍👦', 'ש', 'क्षि', 'x'.repeat(9));

  test('begins with whole graphemes of the name, whatever that is, and fits', () => {
    fc.assert(
      fc.property(fc.array(cluster, { minLength: 1, maxLength: 60 }), (parts) => {
        const name = parts.join('');
        const shown = tooltip(new Story([{ ...acme, name }]).begins(reads()));
        expect(shown.length).toBeLessThanOrEqual(127);
        const [said = ''] = shown.replace(/[\u2068\u2069]/g, '').split(': backing up');
        const whole = [...graphemes.segment(name)].map(({ segment }) => segment);
        const kept = [...graphemes.segment(said.replace(/…$/, ''))].map(({ segment }) => segment);
        expect(kept).toEqual(whole.slice(0, kept.length));
        expect(said.endsWith('…')).toBe(kept.length < whole.length);
      }),
      { numRuns: 200 },
    );
  });

  test('says when it is the whole server that is backed up', () => {
    const story = new Story([{ ...acme, name: 'A'.repeat(80), scopes: ['portal', 'server'] }]);
    story.script().serverProgress = { ok: true, value: reads() };
    story.begins();
    expect(tooltip(story)).toBe(`${'A'.repeat(80)}, whole server: backing up 42 %`);
  });
});
