import { expect, test } from 'vitest';
import { succeed } from '../../../src/core/base/result.ts';
import { acme, link, minute, nothing, reads, readsFinished, second } from '../../support/given.ts';
import {
  deletedBy,
  endsSaved,
  folder,
  ordersOf,
  savedArchive,
  savingIn,
  savingPortal,
} from '../../support/core/saves.ts';
import { Story } from '../../support/core/story.ts';

// A portal whose whole server is watched too: a backup of the one is none of the other.

const dump = { scope: 'server', job: 'dump' } as const;
const wanted = { type: 'folderChosen', portal: 'acme', backup: dump, keep: null, folder } as const;

/** A dump of the whole server has finished. */
function dumped(): Story {
  const portal = { ...acme, standalone: true, scopes: ['portal' as const, 'server' as const] };
  const story = new Story([portal]);
  story.script().serverProgress = succeed(reads({ task: 'dump' }));
  story.begins(reads());
  story.script().serverProgress = succeed(readsFinished({ task: 'dump', link: `${link}dump` }));
  return story.passes(minute);
}

test('its archive waits for what is read of the whole server', () => {
  const story = dumped();
  const fresh = `${link}fresh`;
  // The portal's own turn is next.
  story.passesUntil((asked) => asked.ask === 'progress' && asked.scope === 'server');
  story.passes(second);
  story.script().serverProgress = succeed(readsFinished({ task: 'dump', link: fresh }));
  story.shell.does(wanted);
  story.passes(10 * second);
  expect(ordersOf(story)).toMatchObject([{ backup: dump, link: acme.origin + fresh }]);
});

test('it is not wanted any more once the whole server is watched no more', () => {
  const story = dumped();
  story.shell.does({ type: 'paused', until: Infinity });
  story.shell.does(wanted);
  story.shell.does({ type: 'watchServer', portal: 'acme', on: false });
  expect(savingIn(story).wanted).toEqual([]);
});

test('what is on its way goes on', () => {
  const story = dumped();
  story.shell.does(wanted);
  story.passes(10 * second);
  story.shell.does({ type: 'watchServer', portal: 'acme', on: false });
  expect(savingIn(story)).toMatchObject({ wanted: [{ backup: dump }], attempt: { is: 'going' } });
});

test('so many are kept of each: none makes one of the other go', () => {
  const portal = {
    ...savingPortal({ keep: 1 }),
    standalone: true,
    scopes: ['portal' as const, 'server' as const],
  };
  const story = new Story([portal]);
  story.script().serverProgress = succeed(nothing);
  story.begins(nothing);
  const ends = (task: string, server: boolean): void => {
    const backup = { scope: server ? 'server' : 'portal', job: task } as const;
    const finished = readsFinished({ task, link: `${link}${task}` });
    if (server) story.script().serverProgress = succeed(reads({ task }));
    else story.says(reads({ task }));
    story.passes(10 * minute);
    if (server) story.script().serverProgress = succeed(finished);
    else story.says(finished);
    story.passes(10 * minute);
    endsSaved(story, savedArchive({ file: `${folder}/${task}` }), backup);
  };
  ends('a', false);
  ends('dump-a', true);
  expect(deletedBy(story)).toEqual([]);
  ends('b', false);
  expect(deletedBy(story)).toEqual([`${folder}/a`]);
  ends('dump-b', true);
  expect(deletedBy(story)).toContain(`${folder}/dump-a`);
});
