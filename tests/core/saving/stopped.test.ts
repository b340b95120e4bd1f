import { describe, expect, test } from 'vitest';
import { failures, hour, minute, taskA } from '../../support/given.ts';
import {
  saving,
  chosen,
  doneOf,
  endsSaved,
  endsUnsaved,
  folder,
  ordersOf,
  savingIn,
} from '../../support/core/saves.ts';

const network = { of: 'network', failure: failures.timeout } as const;
const missing = { of: 'folder', why: 'missing' } as const;

describe('a save that its user stops', () => {
  const stop = { type: 'stopSaving', portal: 'acme', backup: taskA } as const;

  test('ends, and is not tried again', () => {
    const story = saving();
    story.shell.does(stop);
    expect(doneOf(story)).toEqual([{ do: 'stopSaving', portal: 'acme', backup: taskA }]);
    endsUnsaved(story, { of: 'stopped' }).passes(hour);
    expect(ordersOf(story)).toEqual([]);
    expect(savingIn(story)).toMatchObject({ wanted: [], unsaved: { why: 'stopped' } });
    expect(story.shell.told().filter((id) => id.includes('unsaved'))).toEqual([]);
  });

  test('is not spoken of any more once it is wanted again', () => {
    const story = saving();
    story.shell.does(stop);
    endsUnsaved(story, { of: 'stopped' });
    story.shell.does(chosen);
    expect(savingIn(story)).toMatchObject({ wanted: [{ backup: taskA }], unsaved: null });
  });

  test.each([network, missing, { of: 'size' }] as const)(
    'also where it breaks off meanwhile: %o',
    (failure) => {
      const story = saving();
      story.shell.does(stop);
      endsUnsaved(story, failure).passes(hour);
      expect(savingIn(story).wanted).toEqual([]);
    },
  );

  test('is saved all the same where that was done by then', () => {
    const story = saving();
    story.shell.does(stop);
    endsSaved(story);
    expect(savingIn(story).written).toHaveLength(1);
  });

  test('while it waits does not begin', () => {
    const story = saving();
    endsUnsaved(story, network);
    story.shell.does(stop);
    expect(doneOf(story)).toEqual([]);
    story.passes(hour);
    expect(ordersOf(story)).toEqual([]);
  });

  test('as the application ends is taken up again', () => {
    const story = saving();
    endsUnsaved(story, { of: 'stopped' }).passes(minute);
    expect(ordersOf(story)).toHaveLength(1);
  });

  test('ends with its portal', () => {
    const story = saving();
    story.shell.does({ type: 'remove', portal: 'acme' });
    expect(doneOf(story)).toEqual([
      { do: 'stopSaving', portal: 'acme', backup: taskA },
      { do: 'deletePart', portal: 'acme', backup: taskA, folder },
    ]);
    story.shell.does({
      type: 'saveEnded',
      portal: 'acme',
      backup: taskA,
      result: { ok: false, reason: { of: 'stopped' } },
    });
    expect(story.shell.state.watches).toEqual([]);
  });
});
