import { createConnection } from 'node:net';
import { type Answer, answerSchema, type Request } from '../../contract/answer.ts';
import type { Answers } from './ports.ts';
import { isOwn, type Place } from './place.ts';

/** An answer is never as long as this: whoever sends more is not Keepwatch. UTF-16 units. */
const longestAnswer = 16 * 1024 * 1024;

/** Asks the Keepwatch that runs, over its socket. */
export function askRunning(ask: Request['ask'], place: Place, user: number | undefined): Answers {
  return async (hear) => {
    if (!isOwn(place, user)) return 'notRunning';
    return new Promise((resolve) => {
      const connection = createConnection(place.socket);
      let rest = '';
      let heard = false;
      const take = (line: string): boolean => {
        const answer = parseAnswer(line);
        heard = true;
        if (answer === null) resolve('unreadable');
        return answer === null || hear(answer);
      };
      const end = (): void => {
        connection.destroy();
        resolve(heard ? 'quit' : 'notRunning');
      };
      connection.setEncoding('utf8');
      connection.once('error', end);
      connection.once('close', end);
      connection.write(`${JSON.stringify({ version: 1, ask } satisfies Request)}\n`);
      connection.on('data', (part: string) => {
        const lines = (rest + part).split('\n');
        rest = lines.pop() ?? '';
        if (lines.some(take) || rest.length > longestAnswer) end();
      });
    });
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
