import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { makeCertificate } from '../tests/support/docspace/certificates.ts';
import { isFarewell, obey } from '../tests/support/docspace/console.ts';
import { type Portal, startPortal } from '../tests/support/docspace/portal/portal.ts';

// A portal to play with: `npm run portal`, or `npm run portal -- --port 9000 --tls --play frozen`.

const usage = 'npm run portal -- [--port 8092] [--tls] [--play scenario]';
const options = readOptions();
const portal = options && (await open(Number(options.port), options.tls));
if (portal === undefined) process.exitCode = 1;
else steer(portal, options?.play);

function readOptions(): { port: string; tls: boolean; play?: string } | undefined {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '8092' },
        tls: { type: 'boolean', default: false },
        play: { type: 'string' },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nUsage: ${usage}`);
    return undefined;
  }
}

async function open(port: number, secure: boolean): Promise<Portal | undefined> {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    console.error('That is no port. Example: npm run portal -- --port 9000');
    return undefined;
  }
  const certificate = secure ? await makeCertificate() : undefined;
  try {
    const portal = await startPortal({ port, tls: certificate });
    introduce(portal, certificate?.fingerprint);
    return portal;
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!taken) throw error;
    console.error(`Port ${port} is taken. Choose another: npm run portal -- --port ${port + 1}`);
    return undefined;
  }
}

function introduce(portal: Portal, fingerprint: string | undefined): void {
  console.log(`${portal.name} is a DocSpace portal made of thin air. In Keepwatch choose "Add portal":`);
  console.log(`  Portal address   ${portal.origin}`);
  console.log(`  API key          ${portal.key}`);
  if (fingerprint !== undefined) console.log(`  Certificate      self-signed, SHA-256 ${fingerprint}`);
  console.log('Then type start here and watch the tray; help tells what else there is.');
}

function steer(portal: Portal, scenario: string | undefined): void {
  // A pipe wants answers only.
  const prompt = process.stdin.isTTY ? 'portal> ' : '';
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt });
  if (scenario !== undefined) console.log(obey(portal, `play ${scenario}`));
  lines.prompt();
  lines.on('line', (line) => {
    const answer = obey(portal, line);
    if (answer !== '') console.log(answer);
    if (isFarewell(line)) void quit(portal);
    else lines.prompt();
  });
  lines.on('close', () => {
    // Ctrl+D or Ctrl+C ends the game; the end of a pipe only ends the steering.
    if (process.stdin.isTTY) void quit(portal);
    else console.log('The input has ended; the portal goes on until it is stopped.');
  });
  process.on('SIGTERM', () => void quit(portal));
  process.on('SIGINT', () => void quit(portal));
}

async function quit(portal: Portal): Promise<void> {
  try {
    await portal.close();
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
