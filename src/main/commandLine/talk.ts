import { createConnection } from 'node:net';
import type { Request } from '../../contract/answer.ts';
import { isOwn } from './place.ts';
import type { CommandPorts } from './ports.ts';

/** An answer is never as long as this: whoever sends more is not Keepwatch. UTF-16 units. */
const longestAnswer = 16 * 1024 * 1024;

/**
 * Asks the Keepwatch that runs, over its socket, and hands on each line of its answer until `hear` wants no more (true).
 * Whether anybody has answered.
 */
export async function talk(
  { place, user }: Pick<CommandPorts, 'place' | 'user'>,
  ask: Request['ask'],
  hear: (line: string) => boolean,
): Promise<boolean> {
  if (!isOwn(place, user)) return false;
  return new Promise((resolve) => {
    const connection = createConnection(place.socket);
    let rest = '';
    let heard = false;
    const end = (): void => {
      connection.destroy();
      resolve(heard);
    };
    connection.setEncoding('utf8');
    connection.once('error', end);
    connection.once('close', end);
    connection.write(`${JSON.stringify({ version: 1, ask } satisfies Request)}\n`);
    connection.on('data', (part: string) => {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      heard ||= lines.length > 0;
      if (lines.some((line) => hear(line)) || rest.length > longestAnswer) end();
    });
  });
}
