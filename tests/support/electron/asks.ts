import { z } from 'zod';
import { parseRoutes } from '../../../src/core/net/route.ts';
import { usualTimeouts } from '../../../src/main/network/timeouts.ts';
import { createTlsOptions } from '../../../src/main/network/tls.ts';
import { createTransport } from '../../../src/main/network/transport.ts';
import { directOnly } from '../network/direct.ts';

/** What is asked: where, over which routes (as Chromium tells them), and which certificate is trusted there. */
const asked = z.object({
  origin: z.string(),
  routes: z.string().default('DIRECT'),
  certificate: z.nullable(z.string()).default(null),
});

/** A question for `asks.ts`. */
export type Asked = z.input<typeof asked>;

/**
 * Asks each question once, with a key, and says what came of it: the TLS of Electron is BoringSSL, with words of its own.
 */
export async function run(...questions: string[]): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const question of questions) {
    const { origin, routes, certificate } = asked.parse(JSON.parse(question));
    const resolver = { ...directOnly, to: async () => parseRoutes(routes) };
    const transport = createTransport('Keepwatch/test', usualTimeouts, resolver, createTlsOptions());
    const request = { path: '/', withKey: true, limit: 100_000 };
    const key = { text: 'sk-canary', kind: 'apiKey' } as const;
    const answer = await transport.ask('acme', origin, request, key, certificate);
    answers.push(answer.ok ? answer.value.status : answer.reason);
    transport.drop();
  }
  return answers;
}
