import type { Story } from './story.ts';

/** How many questions are asked while something goes on. */
export function asksWhile(story: Story, does: () => unknown): number {
  const before = story.shell.asked.length;
  does();
  return story.shell.asked.length - before;
}
