import { mkdirSync } from 'node:fs';
import { createConnection, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Answer } from '../../../src/contract/answer.ts';
import { followRunning } from '../../../src/main/commandLine/ask.ts';
import { type Place, placeOf } from '../../../src/main/commandLine/place.ts';
import type { CommandPorts } from '../../../src/main/commandLine/ports.ts';
import { openServer } from '../../../src/main/commandLine/server.ts';
import { printStatus } from '../../../src/main/commandLine/status.ts';
import { beginningOf } from '../../../src/present/commandLine/happenings.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { factsWith, portalFacts } from '../../support/present/facts.ts';

export const facts = factsWith([portalFacts()]);
export const status: Answer = {
  is: 'status',
  facts,
  lines: [{ tone: 'danger', text: 'Acme: backup failed' }],
};
export const [stands] = beginningOf(facts).map((one): Answer => ({ is: 'event', facts: one, lines: [] }));
export const ours = process.getuid?.();

export class Answering {
  readonly failures: unknown[] = [];
  readonly tells = new Set<(answer: Answer) => void>();
  close = (): void => undefined;

  static async open(place: Place): Promise<Answering> {
    const answering = new Answering();
    const { close } = await openServer(place, {
      status: () => status,
      follow: (tell) => {
        tell(status);
        answering.tells.add(tell);
        return () => answering.tells.delete(tell);
      },
      failed: (error) => answering.failures.push(error),
    });
    answering.close = close;
    onTestFinished(close);
    return answering;
  }

  tell(times = 1): void {
    for (let turn = 0; turn < times; turn += 1) for (const tell of this.tells) if (stands) tell(stands);
  }
}

export function place(): Place {
  return placeOf('linux', { XDG_RUNTIME_DIR: temporaryFolder() }, '/nowhere');
}

/** What status prints, and how it ends. Time does not pass, or all of it at once. */
export async function asked(where: Place, user = ours, after = never): Promise<[string, string | null]> {
  let said = '';
  const { why } = await printStatus(
    true,
    portsOf(where, user, (text) => (said += text), after),
  );
  return [said, why];
}

const never: CommandPorts['after'] = () => () => undefined;

function portsOf(
  where: Place,
  user: number | undefined,
  write: (text: string) => unknown,
  after: CommandPorts['after'],
): CommandPorts {
  const nobody = async (): Promise<never> => {
    throw new Error('nobody looks at a portal here');
  };
  return {
    version: '0',
    place: where,
    user,
    write,
    complain: write,
    coloured: false,
    after,
    lookAlone: nobody,
  };
}

export const answered: [string, null] = [`${JSON.stringify(facts)}\n`, null];
export const notRunning: [string, string] = ['', 'notRunning'];
export const silent: [string, string] = ['', 'silent'];

/** Follows as a command does, until it has heard so many answers. */
export function followed(where: Place, count = Infinity): { heard: Answer[]; done: Promise<string> } {
  const heard: Answer[] = [];
  const follow = followRunning({ place: where, user: ours, after: never });
  return { heard, done: follow((answer) => heard.push(answer) === count) };
}

/** Something that listens in Keepwatch's place. */
export async function listening(serve: (connection: Socket) => void): Promise<Place> {
  const where = place();
  mkdirSync(where.folder ?? '', { mode: 0o700 });
  const open = new Set<Socket>();
  const server = createServer((connection) => {
    open.add(connection);
    connection.on('error', () => undefined);
    serve(connection);
  });
  await new Promise((ready) => server.listen(where.socket, () => ready(null)));
  onTestFinished(() => {
    server.close();
    for (const connection of open) connection.destroy();
  });
  return where;
}

/** A client of its own making. */
export function connected({ socket }: Place, says = ''): Socket & { heard: string } {
  const connection = Object.assign(createConnection(socket), { heard: '' });
  connection.on('error', () => undefined);
  connection.setEncoding('utf8').on('data', (part: string) => (connection.heard += part));
  if (says !== '') connection.write(says);
  onTestFinished(() => void connection.destroy());
  return connection;
}
