import type { PortalRow } from '../../../src/contract/portalRow.ts';
import { reads } from '../given.ts';
import type { Story } from '../core/story.ts';
import { words } from './presented.ts';
import { windowOf } from './shown.ts';

/** The row of the only portal of a story, as the window gets it. */
export function row(story: Story): PortalRow {
  const [only] = windowOf(story.shell.state, words, story.shell.now).portals;
  if (only === undefined) throw new Error('nothing is watched');
  return only;
}

/** What its buttons say, the main one in brackets. */
export function buttons(story: Story): string[] {
  return row(story).buttons.map(({ label, weight }) => (weight === 'main' ? `[${label}]` : label));
}

export const failed = reads({ completed: true, error: 'Disk full.' });
