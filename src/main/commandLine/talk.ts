import { createConnection } from 'node:net';
import type { Request } from '../../contract/answer.ts';
import { isOwn } from './place.ts';
import type { CommandPorts } from './ports.ts';

/** An answer is never as long as this: whoever sends more is not Keepwatch. UTF-16 units. */
const longestAnswer = 16 * 1024 * 1024;

/** How long the Keepwatch that runs may take to begin its answer; keepwatch.sh has the same. Milliseconds. */
const patience = 5000;

/** How asking has ended: nobody was there; somebody was, and said nothing; or as much was said as there was, or was wanted. */
type Talked = 'notRunning' | 'silent' | 'answered';

/** Asks the Keepwatch that runs, over its socket, and hands on each line of its answer until `hear` wants no more (true). */
export async function talk(
  { place, user, after }: Pick<CommandPorts, 'place' | 'user' | 'after'>,
  request: Request,
  hear: (line: string) => boolean,
): Promise<Talked> {
  if (!isOwn(place, user)) return 'notRunning';
  return new Promise((resolve) => {
    const connection = createConnection(place.socket);
    let rest = '';
    let talked: Talked = 'notRunning';
    const end = (): void => {
      cancel();
      connection.destroy();
      resolve(talked);
    };
    const cancel = after(patience, end);
    connection.setEncoding('utf8');
    connection.once('connect', () => (talked = 'silent'));
    connection.once('error', end);
    connection.once('close', end);
    connection.write(`${JSON.stringify(request)}\n`);
    connection.on('data', (part: string) => {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) {
        talked = 'answered';
        cancel();
      }
      if (lines.some((line) => hear(line)) || rest.length > longestAnswer) end();
    });
  });
}
