import { succeed } from '../../../src/core/base/result.ts';
import type { Question } from '../../../src/core/docspace/question.ts';
import { acme, reads } from '../given.ts';
import { Story } from './story.ts';

// Stories of a portal whose key may start and stop backups.

export const writing = succeed({
  name: '',
  readsBackups: true,
  writes: true,
  readOnly: false,
  expiresAt: null,
});
export const start = { type: 'startBackup', portal: 'acme', scope: 'portal', storage: 'temporary' } as const;
export const stop = {
  type: 'stopBackup',
  portal: 'acme',
  backup: { scope: 'portal', job: 'task-a' },
} as const;

/** A portal whose key may write, and which does as it is told. */
export function obeying(portal = acme): Story {
  const story = new Story([portal]);
  Object.assign(story.script(), {
    key: writing,
    start: succeed(reads({ percent: 0, status: 0 })),
    stop: succeed(true),
  });
  return story;
}

/** What was asked since, by name. */
export function asked(story: Story, from = 0): Question[] {
  return story.shell.asked.slice(from).map(({ question }) => question);
}

export function orders(story: Story): Question[] {
  return asked(story).filter(({ ask }) => ask === 'start' || ask === 'stop');
}

export function resultOf(story: Story): string {
  const control = story.shell.state.watches[0]?.control;
  return control?.is === 'done' ? control.result : (control?.is ?? '');
}
