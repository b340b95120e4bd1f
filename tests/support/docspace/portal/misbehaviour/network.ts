import { Readable } from 'node:stream';
import type { Exchange, Misbehaviour } from './misbehaviours.ts';

// What networks do: answers that come late, in part, for ever, or not at all.

/** The connection is closed before a word was said. */
export function hangUp(): Misbehaviour {
  return { name: 'hang up', meet: ({ response }) => response.socket?.destroy() };
}

/** The connection is cut in the middle of the body. */
export function cutShort(): Misbehaviour {
  return {
    name: 'cut short',
    meet: ({ response, honest }) => {
      const { status, headers, body } = honest();
      const bytes = Buffer.from(body);
      response.writeHead(status, { ...headers, 'content-length': bytes.length + 1 });
      response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => response.socket?.destroy());
    },
  };
}

/** A body that never ends, in good JSON as far as it goes. */
export function endlessBody(): Misbehaviour {
  return {
    name: 'endless body',
    meet: ({ response }) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      const body = Readable.from(endlessText());
      response.on('close', () => body.destroy());
      body.pipe(response);
    },
  };
}

function* endlessText(): Generator<string> {
  yield '{"response":"';
  for (;;) yield 'x'.repeat(16 * 1024);
}

/** Nothing is said until this is ended; then the honest answers follow. */
export function hold(): Misbehaviour {
  const held: Exchange[] = [];
  return {
    name: 'hold',
    meet: (exchange) => held.push(exchange),
    end: () => {
      for (const { send, honest } of held.splice(0)) send(honest());
    },
  };
}

/** The headers come late: by real milliseconds, whatever the portal's clock says. */
export function slowHeaders(milliseconds: number): Misbehaviour {
  return {
    name: 'slow headers',
    meet: ({ response, honest, send }) => {
      const timer = setTimeout(() => send(honest()), milliseconds);
      response.on('close', () => clearTimeout(timer));
    },
  };
}

/** The headers come at once, the body never. */
export function stalledBody(): Misbehaviour {
  return {
    name: 'stalled body',
    meet: ({ response, honest }) => {
      const { status, headers, body } = honest();
      response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) + 1 });
      response.flushHeaders();
    },
  };
}
