import { createServer } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeCertificate } from '../../../tests/support/docspace/certificates.ts';
import { generate } from './generated.ts';
import { createTokenBucket } from './tokenBucket.ts';

// A process of its own that serves one archive over a line of a certain speed. Its words: bytes, and bits a second.
const [bytes = '', bits = ''] = process.argv.slice(2);
const { piece, pieces, end, size } = generate(Number(bytes));
const bucket = createTokenBucket(Number(bits) / 8);
const portion = 64 * 1024;

const { key, certificate } = await makeCertificate();
const server = createServer({ key, cert: certificate }, (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/gzip', 'content-length': size });
  // A client that goes away in the middle has seen enough.
  pipeline(Readable.from(limited(), { objectMode: false }), response).catch(() => undefined);
});

async function* limited(): AsyncGenerator<Buffer> {
  for (let count = 0; count <= pieces; count += 1) {
    const sent = count === pieces ? end : piece;
    for (let place = 0; place < sent.length; place += portion) {
      const some = sent.subarray(place, place + portion);
      await bucket.take(some.length);
      yield some;
    }
  }
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.send?.({ origin: `https://127.0.0.1:${port}`, certificate, size });
});
process.on('disconnect', () => process.exit());
