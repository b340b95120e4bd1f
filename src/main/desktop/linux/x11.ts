import { readFileSync } from 'node:fs';
import { createConnection, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** What the X server sends: 0 an error, 1 a reply, otherwise an event of that number. */
export type XMessage = { kind: number; bytes: Buffer };

/** A connection to the X server over its Unix socket: just enough to ask it something. */
export type XConnection = {
  root: number;
  /** Sends a request that has no reply. */
  say: (opcode: number, body: Buffer) => void;
  /** Sends a request, and gives its reply; null for an error, and when the server has gone. */
  ask: (opcode: number, body: Buffer) => Promise<XMessage | null>;
  onEvent: (hear: (event: XMessage) => void) => void;
  close: () => void;
};

/** Connects to the display of this session; null when there is none on this machine, or none that lets us in. */
export async function connectToX(env: NodeJS.ProcessEnv): Promise<XConnection | null> {
  const display = /^(?:unix)?:(\d+)(?:\.0)?$/.exec(env['DISPLAY'] ?? '')?.[1];
  if (display === undefined) return null;
  const socket = createConnection(`/tmp/.X11-unix/X${display}`);
  const read = createReader(socket);
  socket.write(setupRequest(cookieFor(display, env)));
  const setup = await read(8, (head) => 4 * head.readUInt16LE(6));
  if (setup?.[0] !== 1) {
    socket.destroy();
    return null;
  }
  return converse(socket, read, firstRoot(setup));
}

function converse(socket: Socket, read: Read, root: number): XConnection {
  const waiting: Array<(reply: XMessage | null) => void> = [];
  // The requests with and without replies are numbered together; an error names the one that it is about.
  const numbers: number[] = [];
  let sent = 0;
  let hear = (_event: XMessage): void => undefined;
  const say = (opcode: number, body: Buffer): void => {
    sent += 1;
    socket.write(requestOf(opcode, body));
  };
  const settle = (message: XMessage): void => {
    if (message.kind > 1) return hear(message);
    const at = numbers.indexOf(message.bytes.readUInt16LE(2));
    if (at < 0) return;
    numbers.splice(at, 1);
    waiting.splice(at, 1)[0]?.(message.kind === 1 ? message : null);
  };
  void (async () => {
    for (;;) {
      const bytes = await read(32, (head) => (head[0] === 1 ? 4 * head.readUInt32LE(4) : 0));
      if (bytes === null) break;
      // The highest bit says that another program has sent it.
      settle({ kind: (bytes[0] ?? 0) & 0x7f, bytes });
    }
    for (const give of waiting.splice(0)) give(null);
  })();
  return {
    root,
    say,
    ask: async (opcode, body) =>
      new Promise((resolve) => {
        if (socket.destroyed) return resolve(null);
        say(opcode, body);
        numbers.push(sent & 0xffff);
        waiting.push(resolve);
      }),
    onEvent: (hearer) => {
      hear = hearer;
    },
    close: () => void socket.destroy(),
  };
}

/** Reads a head of some bytes, and as many more as it says; null when the connection has ended. */
type Read = (head: number, more: (head: Buffer) => number) => Promise<Buffer | null>;

function createReader(socket: Socket): Read {
  let buffered = Buffer.alloc(0);
  let wake = (): void => undefined;
  socket.on('data', (bytes) => {
    buffered = Buffer.concat([buffered, bytes]);
    wake();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => wake());
  const fill = async (length: number): Promise<boolean> => {
    while (buffered.length < length && !socket.closed) await new Promise<void>((resolve) => (wake = resolve));
    return buffered.length >= length;
  };
  return async (head, more) => {
    if (!(await fill(head))) return null;
    const length = head + more(buffered);
    if (!(await fill(length))) return null;
    const bytes = buffered.subarray(0, length);
    buffered = buffered.subarray(length);
    return bytes;
  };
}

type Cookie = { name: Buffer; data: Buffer };

function setupRequest({ name, data }: Cookie): Buffer {
  const head = Buffer.alloc(12);
  head.write('l');
  head.writeUInt16LE(11, 2);
  head.writeUInt16LE(name.length, 6);
  head.writeUInt16LE(data.length, 8);
  return Buffer.concat([head, padded(name), padded(data)]);
}

/** Its second byte, which some requests use for a choice, is 0 in all that are sent here. */
function requestOf(opcode: number, body: Buffer): Buffer {
  const content = padded(body);
  const head = Buffer.alloc(4);
  head.writeUInt8(opcode);
  head.writeUInt16LE(1 + content.length / 4, 2);
  return Buffer.concat([head, content]);
}

/** The root window of the first screen, behind the vendor's name and the list of formats. */
function firstRoot(setup: Buffer): number {
  const vendor = Math.ceil(setup.readUInt16LE(24) / 4) * 4;
  return setup.readUInt32LE(40 + vendor + 8 * setup.readUInt8(29));
}

/** What lets this user in, of the file that xauth keeps; nothing where the server asks for nothing. */
function cookieFor(display: string, env: NodeJS.ProcessEnv): Cookie {
  const none = { name: Buffer.alloc(0), data: Buffer.alloc(0) };
  try {
    const bytes = readFileSync(env['XAUTHORITY'] ?? path.join(os.homedir(), '.Xauthority'));
    const entries = entriesOf(bytes).filter(({ number }) => number === display || number === '');
    return entries.find(({ address }) => address === os.hostname()) ?? entries[0] ?? none;
  } catch {
    return none;
  }
}

/** Family, then address, display, name and data, each with its length before it (Xau's own format, big-endian). */
function entriesOf(bytes: Buffer): Array<Cookie & { address: string; number: string }> {
  const entries = [];
  for (let at = 0; at + 2 < bytes.length;) {
    at += 2;
    const [address, number, name, data] = [0, 1, 2, 3].map(() => {
      const length = bytes.readUInt16BE(at);
      at += 2 + length;
      return bytes.subarray(at - length, at);
    });
    if (address === undefined || number === undefined || name === undefined || data === undefined) break;
    entries.push({ address: address.toString(), number: number.toString(), name, data });
  }
  return entries;
}

/** A number as requests carry it. */
export function wordOf(value: number): Buffer {
  const word = Buffer.alloc(4);
  word.writeUInt32LE(value);
  return word;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
