import { describe, expect, test } from 'vitest';
import type { Question } from '../../../src/core/docspace/question.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { day, failures, hour, minute, nothing, second, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { toldCauses, questions, standing, told } from '../../support/core/told.ts';

// A key that the portal refuses: when that is shown, when it is told, how often it is asked again.

const unlimited = { name: '', readsBackups: true, writes: false, readOnly: true, expiresAt: null };
const asked = { docSpace: true, standalone: false, name: 'Acme' };

function isProgress({ ask }: Question): boolean {
  return ask === 'progress';
}

describe('a key that is refused', () => {
  test('is shown at once, and told when it was refused three times over two minutes', () => {
    const story = new Story()
      .begins()
      .fails(failures.keyRefused)
      .passesUntil(isProgress)
      .passes(5 * second);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'noAccess', cause: 'keyRefused' }, []]);
    const first = story.shell.now;
    while (told(story).length === 0) story.passes(second);
    expect(told(story)).toEqual(['keyRefused']);
    expect(story.shell.now - first).toBeGreaterThan(100 * second);
    expect(story.shell.now - first).toBeLessThan(10 * minute);
    expect(questions(story, first).filter((ask) => ask === 'progress').length).toBeGreaterThanOrEqual(2);
  });

  test('is not told after two refusals, however far apart, but after the third', () => {
    const story = new Story().begins();
    const asksToWait = { ...failures.keyRefused, retryAt: story.shell.now + 5 * minute };
    story.fails(asksToWait).passesUntil(isProgress);
    const first = story.shell.now;
    story
      .passes(2 * second)
      .fails(failures.keyRefused)
      .passesUntil(isProgress)
      .passes(20 * second);
    expect(story.shell.now - first).toBeGreaterThan(3 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'noAccess', cause: 'keyRefused' }, []]);
    story.passesUntil(isProgress).passes(20 * second);
    expect(told(story)).toEqual(['keyRefused']);
  });

  test('is asked again for ever, every quarter of an hour to every hour', () => {
    const story = new Story()
      .begins()
      .fails(failures.keyRefused)
      .passes(2 * hour);
    const since = story.shell.now;
    story.passes(4 * day);
    const polls = story.shell.asked.filter(({ at, question }) => at >= since && isProgress(question));
    const pauses = polls.slice(1).map(({ at }, index) => at - (polls[index]?.at ?? at));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(15 * minute);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(hour + minute);
    expect(standing(story.looks(nothing)).is).toBe('idle');
  });

  test.each<[string, (story: Story) => unknown]>([
    ['somebody opens the window', ({ shell }) => shell.does({ type: 'windowOpened' })],
    ['it is checked by hand', ({ shell }) => shell.does({ type: 'checkNow', portal: 'acme' })],
    ['the machine wakes', ({ shell }) => [shell.does({ type: 'slept' }), shell.does({ type: 'woke' })]],
    ['there is another network', ({ shell }) => shell.does({ type: 'addressGone' })],
  ])('is asked again when %s', (_what, happens) => {
    const story = new Story()
      .begins()
      .fails(failures.keyRefused)
      .passes(3 * day);
    const since = story.shell.now;
    happens(story.says(nothing));
    story.passes(5 * second);
    expect(questions(story, since)[0]).toBe('progress');
    expect(standing(story).is).toBe('idle');
  });

  test('once is nothing to tell of: DocSpace answers an empty 401 to a good key when its database hiccups', () => {
    const story = new Story().begins();
    for (let hiccup = 0; hiccup < 40; hiccup += 1) {
      story.script().progress = fail(failures.keyRefused);
      story
        .passesUntil(isProgress)
        .says(nothing)
        .passes(20 * minute);
    }
    expect(told(story)).toEqual([]);
    expect(standing(story).is).toBe('idle');
  });

  test('for backups, and accepted for its own page, is an error of the portal’s', () => {
    const story = new Story().begins();
    story.script().progress = fail(failures.keyRefused);
    story.passes(20 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'noAccess', cause: 'keyAccepted' }, []]);
    expect(told(story.passes(hour))).toEqual(['silent']);
  });

  test('after a restore is explained by it', () => {
    const story = new Story().begins();
    story.script().settings = succeed({ ...asked, tenant: 'restoring' });
    story.fails(failures.forbidden).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'restoring' });
    story.fails(failures.keyRefused).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'keyRestored' });
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    expect(standing(story.passes(minute))).toMatchObject({ is: 'noAccess', cause: 'keyRestored' });
    expect(toldCauses(story)).toEqual(['keyRestored']);
  });

  test('after its end is explained by that, also after a restart', () => {
    const story = new Story();
    story.script().key = succeed({ ...unlimited, expiresAt: start + hour });
    story
      .begins()
      .passes(minute)
      .shell.restart()
      .pass(2 * hour);
    story.fails(failures.keyRefused).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'keyExpired' });
    expect(toldCauses(story).at(-1)).toBe('keyExpired');
  });

  test('is told again only after it was well in between', () => {
    const story = new Story()
      .begins()
      .fails(failures.keyRefused)
      .passes(10 * minute);
    story
      .looks(nothing)
      .fails(failures.keyRefused)
      .passes(10 * minute);
    expect(told(story)).toEqual(['keyRefused', 'keyRefused']);
  });
});
