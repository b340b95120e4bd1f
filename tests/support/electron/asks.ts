import { createTransport } from '../../../src/main/network/transport.ts';

/** Asks each origin once, and says what came of it: the TLS of Electron is BoringSSL, with words of its own. */
export async function run(...origins: string[]): Promise<unknown[]> {
  const transport = createTransport('Keepwatch/test');
  const answers: unknown[] = [];
  for (const [at, origin] of origins.entries()) {
    const answer = await transport.ask(
      String(at),
      origin,
      { path: '/', withKey: false, limit: 100_000 },
      null,
    );
    answers.push(answer.ok ? answer.value.status : answer.reason);
  }
  transport.drop();
  return answers;
}
