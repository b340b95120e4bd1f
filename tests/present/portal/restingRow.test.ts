import { describe, expect, test } from 'vitest';
import { acme, hour, reads, readsFinished } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { buttons, row } from '../../support/present/row.ts';

describe('the row of a portal that is not being looked at', () => {
  test.each([
    ['paused', { type: 'paused', until: Infinity }],
    ['offline', { type: 'network', online: false }],
  ] as const)('%s: the last known state, and when it was seen', (shape, event) => {
    const story = new Story().begins(reads({ percent: 37 }));
    story.shell.does(event);
    story.passes(5 * hour);
    expect(row(story)).toMatchObject({
      glyph: { shape },
      tone: 'calm',
      state: 'Was backing up, 37 %',
      time: 'seen at 03:04',
      figure: null,
      progress: null,
      explanation: null,
    });
    story.passes(24 * hour);
    expect(row(story).time).toBe('seen yesterday, 03:04');
  });

  test('still offers the link, and says until when it works', () => {
    const story = new Story().begins(reads()).looks(readsFinished());
    story.shell.does({ type: 'paused', until: Infinity });
    expect(row(story)).toMatchObject({
      state: 'Backup finished',
      time: 'today, 03:04',
      expiry: null,
      lastFinished: 'Link works until tomorrow, 03:04',
    });
    expect(buttons(story)).toEqual(['[Open link]', 'Save archive', 'Copy link']);
  });

  test('says once when the last backup finished, where there is no link', () => {
    const story = new Story().begins(reads()).looks(readsFinished({ link: '' }));
    story.shell.does({ type: 'paused', until: Infinity });
    expect(row(story)).toMatchObject({ time: 'today, 03:04', lastFinished: null });
    const failing = new Story().begins(reads()).looks(readsFinished({ link: '' }));
    failing.looks(reads({ task: 'b' })).looks(reads({ task: 'b', completed: true, error: 'e' }));
    failing.shell.does({ type: 'paused', until: Infinity });
    expect(row(failing).lastFinished).toBe('Last finished backup: today, 03:04');
  });

  test('has no time where nothing was ever answered', () => {
    const story = new Story();
    story.shell.does({ type: 'paused', until: Infinity });
    expect(row(story)).toMatchObject({ time: null, lastFinished: null });
  });

  test('on this machine itself needs no network', () => {
    const story = new Story([{ ...acme, origin: 'http://localhost' }]).begins(reads());
    story.shell.does({ type: 'network', online: false });
    expect(row(story).glyph).toEqual({ shape: 'running', percent: 42 });
  });
});
