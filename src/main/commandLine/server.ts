import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { rmSync } from 'node:fs';
import { type Answer, answerSchema, type Request, requestSchema } from '../../contract/answer.ts';
import { printed } from './output.ts';
import type { AnswerSource } from './source.ts';
import { isOwn, type Place, prepareFolder } from './place.ts';

/** Who answers. */
type Source = AnswerSource & {
  /** Something threw that should not, or could not be opened. */
  failed: (error: unknown) => void;
};

// Whoever asks is of the same user, and yet a broken or hostile program of theirs is not to disturb the watching.
const mostConnections = 32;
const longestRequest = 1024;
/** To ask in, and to take the first answer. Milliseconds. */
const patience = 5000;
/** What somebody who follows leaves unread. Bytes. */
const mostUnread = 1024 * 1024;

export type CommandServer = { close: () => void };

/** Where nobody can ask. */
const noServer: CommandServer = { close: () => undefined };

/** Answers the command line over a socket, where that can be. It costs nothing while nobody asks. */
export async function openServer(place: Place, source: Source): Promise<CommandServer> {
  const user = process.getuid?.();
  if (!prepareFolder(place, user)) {
    source.failed(new Error('the command line has no folder for its socket that is this user’s alone'));
    return noServer;
  }
  if (place.folder !== null && isOwn(place, user)) {
    // Another Keepwatch of this user, with files of its own, answers there; or one that was killed has left it.
    if (await answers(place.socket)) return noServer;
    rmSync(place.socket, { force: true });
  }
  return listen(place.socket, source);
}

async function answers(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    connection.once('connect', () => resolve(true));
    connection.once('error', () => resolve(false));
    connection.once('connect', () => connection.destroy());
  });
}

async function listen(socket: string, source: Source): Promise<CommandServer> {
  const open = new Set<Socket>();
  const server: Server = createServer((connection) => {
    open.add(connection);
    connection.once('close', () => open.delete(connection));
    serve(connection, source);
  });
  server.maxConnections = mostConnections;
  return new Promise((resolve) => {
    server.on('error', (error) => {
      source.failed(error);
      resolve(noServer);
    });
    server.listen(socket, () =>
      resolve({
        close: () => {
          server.close();
          for (const connection of open) connection.destroy();
        },
      }),
    );
  });
}

/** One request a connection. */
function serve(connection: Socket, source: Source): void {
  let asked = '';
  let stop = (): void => undefined;
  connection.setEncoding('utf8');
  connection.setTimeout(patience, () => connection.destroy());
  connection.on('error', () => connection.destroy());
  connection.once('close', () => stop());

  const tell = (answer: Answer, textOf: (answer: Answer) => string): void => {
    const checked = answerSchema.safeParse(answer);
    if (!checked.success) {
      source.failed(checked.error);
      connection.destroy();
      return;
    }
    connection.write(textOf(checked.data));
    if (connection.writableLength > mostUnread) connection.destroy();
  };

  const answer = (request: Request): void => {
    if (request.ask === 'status') {
      // As it is to be printed, since the installed command asks without Electron: assets/linux/keepwatch.sh.
      tell(source.status(), (answer) => printed(answer, request.as));
      connection.end();
      return;
    }
    // Who follows may be silent for as long as nothing happens.
    connection.setTimeout(0);
    stop = source.follow((answer) => tell(answer, lineOf));
    if (connection.destroyed) stop();
  };

  connection.on('data', (part: string) => {
    asked += part;
    const end = asked.indexOf('\n');
    const tooLong = asked.length > longestRequest;
    const request = end < 0 || tooLong ? null : parseRequest(asked.slice(0, end));
    if (request !== null && end === asked.length - 1) answer(request);
    else if (end >= 0 || tooLong) connection.destroy();
  });
}

function lineOf(answer: Answer): string {
  return `${JSON.stringify(answer)}\n`;
}

function parseRequest(line: string): Request | null {
  try {
    const parsed = requestSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
