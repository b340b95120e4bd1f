import type { Socket } from 'node:net';

const asContinue = 'HTTP/1.1 100 ';

/**
 * Makes undici pass over a `100 Continue` that nobody asked for: HTTP lets any server send one (RFC 9110, 15.2), undici
 * ends the connection. A `102 Processing` says as little and is passed over.
 */
export function passOverContinue(socket: Socket): void {
  const read = socket.read.bind(socket);
  socket.read = (size) => {
    const chunk: unknown = read(size);
    if (Buffer.isBuffer(chunk) && chunk.toString('latin1', 0, asContinue.length) === asContinue)
      chunk.write('102', asContinue.indexOf('100'));
    return chunk;
  };
}
