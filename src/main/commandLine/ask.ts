import { type Answer, answerSchema } from '../../contract/answer.ts';
import type { Answers, CommandPorts } from './ports.ts';
import { talk } from './talk.ts';

/** What happens to the portals of the Keepwatch that runs. */
export function followRunning(ports: Pick<CommandPorts, 'place' | 'user' | 'after'>): Answers {
  return async (hear) => {
    let readable = true;
    const talked = await talk(ports, { version: 1, ask: 'follow' }, (line) => {
      const answer = parseAnswer(line);
      readable = answer !== null;
      return answer === null || hear(answer);
    });
    if (!readable) return 'unreadable';
    return talked === 'answered' ? 'quit' : talked;
  };
}

function parseAnswer(line: string): Answer | null {
  try {
    const parsed = answerSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
