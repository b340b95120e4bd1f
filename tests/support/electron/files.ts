import { net, protocol, session } from 'electron';
import { privileges, serveRenderer } from '../../../src/main/window/protocol.ts';

export function prepare(): void {
  protocol.registerSchemesAsPrivileged([privileges]);
}

/** Asks for each address, and tells what came. */
export async function run(folder: string, ...addresses: string[]): Promise<unknown[]> {
  serveRenderer(session.defaultSession, folder, 'stand-in');
  const answers: unknown[] = [];
  for (const address of addresses) {
    try {
      const answer = await net.fetch(address);
      answers.push([answer.status, Object.fromEntries(answer.headers), await answer.text()]);
    } catch (error) {
      answers.push(String(error));
    }
  }
  return answers;
}
