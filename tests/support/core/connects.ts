import type { Effect } from '../../../src/core/effect.ts';
import type { Event } from '../../../src/core/event.ts';
import type { Question } from '../../../src/core/docspace/question.ts';
import { succeed } from '../../../src/core/base/result.ts';
import { answerFrom, type Script, scriptOf, type Story } from './story.ts';

/** Answers each probe, and stores the key in the end; returns all that was to be done. */
export function connects(story: Story, first: Event, script: Partial<Script> = {}): Effect[] {
  const done: Effect[] = [];
  const queue: Event[] = [first];
  for (let event = queue.shift(); event !== undefined; event = queue.shift()) {
    for (const effect of story.shell.does(event)) {
      done.push(effect);
      if (effect.do === 'probe') queue.push(replyTo(effect, { ...scriptOf(), ...script }));
      if (effect.do === 'store') {
        const portal = { ...effect.portal, id: effect.portal.id ?? 'new' };
        queue.push({
          type: 'connectStored',
          attempt: effect.attempt,
          stored: succeed({ portal, kept: 'sealed' }),
        });
      }
    }
    const { stage } = story.shell.state.connect;
    if (queue.length === 0 && stage.is === 'waiting') queue.push({ type: 'connectDue' });
  }
  return done;
}

export function replyTo(
  { attempt, question }: { attempt: number; question: Question },
  script: Script,
): Event {
  return { type: 'connectReplied', attempt, reply: answerFrom(script, question) };
}
