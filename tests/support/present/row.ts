import type { PortalRow } from '../../../src/contract/portalRow.ts';
import { portalRow } from '../../../src/present/portal/portalRow.ts';
import { reads } from '../given.ts';
import type { Story } from '../core/story.ts';
import { words } from './presented.ts';

/** The row of the only portal of a story, as the window gets it. */
export function row(story: Story): PortalRow {
  const { state, now } = story.shell;
  const watch = state.watches[0];
  if (watch === undefined) throw new Error('nothing is watched');
  return portalRow(watch, state, words, now);
}

/** What its buttons say, the main one in brackets. */
export function buttons(story: Story): string[] {
  return row(story).buttons.map(({ label, weight }) => (weight === 'main' ? `[${label}]` : label));
}

export const failed = reads({ completed: true, error: 'Disk full.' });
