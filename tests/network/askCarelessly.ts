import { z } from 'zod';
import { directOnly } from '../../src/main/network/proxyResolver.ts';
import { createTransport } from '../../src/main/network/transport.ts';
import { parseRoutes } from '../../src/core/net/proxy.ts';

// Run by itself, in an environment of its own: asks what its argument says, with a key, and prints what came of it.
const asked = z.array(
  z.object({ origin: z.string(), routes: z.string(), certificate: z.nullable(z.string()) }),
);
const outcomes: unknown[] = [];
for (const [at, { origin, routes, certificate }] of asked
  .parse(JSON.parse(process.argv[2] ?? ''))
  .entries()) {
  const transport = createTransport('Keepwatch/test', undefined, {
    ...directOnly,
    to: async () => parseRoutes(routes),
  });
  const request = { path: '/', withKey: true, limit: 1000 };
  const answer = await transport.ask(
    String(at),
    origin,
    request,
    { text: 'sk-canary', kind: 'apiKey' },
    certificate,
  );
  outcomes.push(answer.ok ? answer.value.status : answer.reason);
  transport.drop();
}
process.stdout.write(JSON.stringify(outcomes));
