import { describe, expect, test } from 'vitest';
import { fail } from '../../../src/core/base/result.ts';
import { failures, hour, minute, nothing, second } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { toldCauses, standing, state, told } from '../../support/core/told.ts';

// A portal that answers 404 may be suspended, or be started again: what is shown of it, and what of it is told, and when.

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
    expect(told(story)).toEqual(['silent']);
    story.script().settings = fail(failures.notThere);
    expect(told(story.passes(10 * minute))).toEqual(['silent']);
  });

  test('for its settings alone is silent: a suspended portal would answer so to everything', () => {
    const story = new Story().begins();
    story.script().settings = fail(failures.notThere);
    story.fails(failures.forbidden).passes(20 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'noAccess', cause: 'noRight' }, []]);
    expect(told(story.passes(20 * minute))).toEqual(['silent']);
  });

  test.each(['forbidden', 'timeout'] as const)(
    'to everything, but for its settings that meet a %s once, is suspended all the same',
    (kind) => {
      const story = new Story().begins();
      story.script().settings = fail(failures.notThere);
      story.fails(failures.notThere).passes(hour);
      story.settingsSayOnce(fail(failures[kind]));
      expect(told(story.passes(hour))).toEqual(['suspended']);
    },
  );

  test('to the question for backups, and once for its settings too, is not suspended', () => {
    const story = new Story().begins().fails(failures.notThere).passes(hour);
    expect(told(story)).toEqual(['silent']);
    story.settingsSayOnce(fail(failures.notThere));
    expect(told(story.passes(hour))).toEqual(['silent']);
  });

  test('to the question for backups, while a gateway answers for the rest, is silent', () => {
    const story = new Story().begins();
    story.script().settings = fail(failures.serviceDown);
    story.fails(failures.notThere).passes(20 * minute);
    story.settingsSayOnce(fail(failures.notThere));
    expect(told(story.passes(hour))).toEqual(['silent']);
  });

  test('to the question for backups, and forbids its settings, blocks nobody’s address', () => {
    const story = new Story().begins();
    story.script().settings = fail(failures.forbidden);
    story.fails(failures.notThere).passes(20 * minute);
    expect([state(story), told(story)]).toEqual(['silent', []]);
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
    expect([state(story), told(story)]).toEqual(['idle', []]);
    story.passes(minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'noAccess', cause: 'suspended' }, []]);
    story.passes(8 * minute);
    expect(told(story)).toEqual([]);
    story.passes(6 * minute);
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
    expect([standing(story), told(story)]).toMatchObject([{ is: 'noAccess', long: false }, []]);
    story.passes(20 * minute);
    expect([standing(story), told(story)]).toMatchObject([{ is: 'noAccess', long: true }, ['silent']]);
    expect(toldCauses(story)).toEqual(['notThere']);
  });
});
