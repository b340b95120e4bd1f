import { type Answer, answerSchema } from '../../contract/answer.ts';
import type { Answers, CommandPorts } from './ports.ts';
import { talk } from './talk.ts';

/** What happens to the portals of the Keepwatch that runs. */
export function followRunning(ports: Pick<CommandPorts, 'place' | 'user'>): Answers {
  return async (hear) => {
    let readable = true;
    const heard = await talk(ports, 'follow', (line) => {
      const answer = parseAnswer(line);
      readable = answer !== null;
      return answer === null || hear(answer);
    });
    if (!readable) return 'unreadable';
    return heard ? 'quit' : 'notRunning';
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
