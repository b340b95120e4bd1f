import { causes } from '../../../src/core/access/cause.ts';
import type { PortalStatus } from '../../../src/core/status/status.ts';
import { statusOf } from '../../../src/core/status/statusOf.ts';
import type { Story } from './story.ts';

// What a test asks about the one portal of a story.

/** The ids of what was told. */
export function told(story: Story): string[] {
  return story.shell.told().map((line) => line.replace('acme: access ', ''));
}

export function standing(story: Story): PortalStatus {
  const watch = story.shell.state.watches[0];
  if (watch === undefined) throw new Error('nothing is watched');
  return statusOf(watch, story.shell.now);
}

/** What it is called in one word: of a portal that cannot be seen, under which name that is told. */
export function state(story: Story): string {
  const status = standing(story);
  return status.is === 'noAccess' ? causes[status.cause].toldAs : status.is;
}

export function questions(story: Story, since = 0): string[] {
  return story.shell.asked.filter(({ at }) => at >= since).map(({ question }) => question.ask);
}

/** The causes that were told with it. */
export function toldCauses(story: Story): string[] {
  return story.shell.shown.flatMap(({ notification }) =>
    notification.kind === 'one' && notification.announcement.news.of === 'access'
      ? [notification.announcement.news.cause]
      : [],
  );
}
