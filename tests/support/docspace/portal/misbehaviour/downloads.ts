import type { ServerResponse } from 'node:http';
import { second } from '../../../../../src/core/base/time.ts';
import type { Clock } from '../clock.ts';
import type { Misbehaviour } from './misbehaviours.ts';

// What happens to archives on their way.

/** After so many bytes nothing comes any more; when this is ended, the connection is cut. */
export function stallAfter(bytes: number): Misbehaviour {
  const held: ServerResponse[] = [];
  return {
    name: `stall after ${bytes}`,
    meet: ({ response, honest }) => {
      const { status, headers, body } = honest();
      const all = Buffer.from(body);
      response.writeHead(status, { ...headers, 'content-length': all.length });
      response.flushHeaders();
      response.write(all.subarray(0, bytes));
      held.push(response);
    },
    end: () => {
      for (const response of held.splice(0)) response.socket?.destroy();
    },
  };
}

/** After so many bytes nothing comes any more; a second later by the portal's clock the connection is cut. */
export function cutAfter(bytes: number, clock: Clock): Misbehaviour {
  return {
    name: `cut after ${bytes}`,
    meet: ({ call, response, honest }) => {
      const { status, headers, body } = honest();
      const all = Buffer.from(body);
      response.writeHead(status, { ...headers, 'content-length': all.length });
      response.write(all.subarray(0, bytes));
      const timer = setInterval(() => {
        if (clock.now() >= call.at + second) response.socket?.destroy();
      }, 10);
      response.on('close', () => clearInterval(timer));
    },
  };
}

/** The length that is said is so many bytes more, or fewer, than come. */
export function wrongLength(difference: number): Misbehaviour {
  return {
    name: `length ${difference}`,
    meet: ({ response, honest }) => {
      const { status, headers, body } = honest();
      const length = Buffer.byteLength(body) + difference;
      // Node itself would refuse to say it.
      const lines = Object.entries({ ...headers, 'content-length': length }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      response.socket?.write(`HTTP/1.1 ${status} Any\r\n${lines.join('\r\n')}\r\n\r\n`);
      response.socket?.end(body);
    },
  };
}

/** The server knows no ranges: whatever part is asked for, it sends all of it. */
export function withoutRanges(): Misbehaviour {
  return {
    name: 'without ranges',
    meet: ({ call, honest, send }) => {
      delete call.headers.range;
      send(honest());
    },
  };
}

/** Another part comes than the one that was asked for. */
export function wrongRange(range: string): Misbehaviour {
  return {
    name: `range ${range}`,
    meet: ({ honest, send }) => {
      const answer = honest();
      send({ ...answer, status: 206, headers: { ...answer.headers, 'content-range': range } });
    },
  };
}

/** Of each part that is asked for only half comes, and the server takes it for the whole of it. */
export function halfParts(): Misbehaviour {
  return {
    name: 'half parts',
    meet: ({ honest, send }) => {
      const answer = honest();
      const all = Buffer.from(answer.body);
      send(answer.status === 206 ? { ...answer, body: all.subarray(0, all.length >> 1) } : answer);
    },
  };
}

/** Nobody knows how long it will be: it comes in chunks. */
export function chunked(): Misbehaviour {
  return {
    name: 'chunked',
    meet: ({ response, honest }) => {
      const { status, headers, body } = honest();
      const bytes = Buffer.from(body);
      response.writeHead(status, headers);
      response.write(bytes.subarray(0, bytes.length >> 1));
      response.end(bytes.subarray(bytes.length >> 1));
    },
  };
}

/** It comes a few bytes at a time, in real milliseconds. */
export function slowly(bytes: number, pause: number): Misbehaviour {
  return {
    name: 'slowly',
    meet: ({ response, honest }) => {
      const { status, headers, body } = honest();
      const all = Buffer.from(body);
      response.writeHead(status, { ...headers, 'content-length': all.length });
      let sent = 0;
      const timer = setInterval(() => {
        response.write(all.subarray(sent, sent + bytes));
        sent += bytes;
        if (sent < all.length) return;
        clearInterval(timer);
        response.end();
      }, pause);
      response.on('close', () => clearInterval(timer));
    },
  };
}

/** It is elsewhere; absent: for ever elsewhere, at an address that leads to itself. */
export function sentTo(location?: string, status = 302): Misbehaviour {
  return {
    name: 'sent on',
    meet: ({ call, send }) => send({ status, headers: { location: location ?? call.href }, body: '' }),
  };
}

/** It is so many addresses further on, each of which leads to the next. */
export function sentAround(times: number): Misbehaviour {
  return {
    name: `sent on ${times} times`,
    meet: ({ call, honest, send }) => {
      const next = new URL(call.href);
      const stop = Number(next.searchParams.get('stop') ?? 0);
      next.searchParams.set('stop', String(stop + 1));
      send(stop < times ? { status: 302, headers: { location: next.href }, body: '' } : honest());
    },
  };
}
