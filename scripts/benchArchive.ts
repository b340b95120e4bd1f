import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs, promisify } from 'node:util';
import * as z from 'zod';
import { buildWorker } from '../tests/support/archive/builtWorker.ts';
import { inElectron } from '../tests/support/electron/inElectron.ts';

// What saving an archive takes beside curl, from the same server over a line of the same speed: `npm run bench:archive`.

const { values } = parseArgs({
  options: {
    gigabytes: { type: 'string', default: '10' },
    gigabits: { type: 'string', default: '1' },
    folder: { type: 'string', default: tmpdir() },
  },
});
const longest = 3600_000;
const serving = z.object({ origin: z.string(), certificate: z.string(), size: z.number() });
const taken = z.object({
  seconds: z.number(),
  processor: z.number(),
  memory: z.number(),
  stall: z.number(),
  result: z.object({ ok: z.boolean() }),
});

type Figures = { seconds: number; processor: number; memory?: number; stall?: number };

const folder = mkdtempSync(path.join(values.folder, 'keepwatch-bench-'));
const server = fork(path.join(import.meta.dirname, 'bench', 'archive', 'server.ts'), [
  String(Number(values.gigabytes) * 1e9),
  String(Number(values.gigabits) * 1e9),
]);
try {
  const served = await listening(server);
  const lines: [name: string, figures: Figures][] = [
    ['curl', await byCurl(served)],
    ['Keepwatch, nothing read through', await byKeepwatch(served, 'scripts/bench/archive/unreadWorker.ts')],
    ['Keepwatch, all of it read through', await byKeepwatch(served)],
  ];
  const [, curl] = lines[0] ?? ['', { seconds: Number.NaN, processor: Number.NaN }];
  console.log(
    `${(served.size / 1e9).toFixed(2)} GB by https over ${values.gigabits} Gbit/s, on this machine`,
  );
  for (const [name, { seconds, processor, memory, stall }] of lines) {
    const parts = [
      `${seconds.toFixed(1)} s (${(seconds / curl.seconds).toFixed(3)})`,
      `${processor.toFixed(1)} s of processor (${(processor / curl.processor).toFixed(2)})`,
      ...(memory === undefined ? [] : [`${memory.toFixed(1)} MB above idle`]),
      ...(stall === undefined ? [] : [`longest stall ${stall.toFixed(0)} ms`]),
    ];
    console.log(`${name.padEnd(36)}${parts.join(', ')}`);
  }
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}

async function listening(child: ChildProcess): Promise<z.output<typeof serving>> {
  const [message] = await once(child, 'message');
  return serving.parse(message);
}

async function byCurl({ origin, certificate }: z.output<typeof serving>): Promise<Figures> {
  const authority = path.join(folder, 'certificate.pem');
  const file = path.join(folder, 'curl.tar.gz');
  writeFileSync(authority, certificate);
  const from = performance.now();
  const command = 'curl --silent --fail --http1.1 --cacert "$1" --output "$2" "$3" && times';
  const { stdout } = await promisify(execFile)('bash', [
    '-c',
    command,
    'bash',
    authority,
    file,
    `${origin}/a.tar.gz`,
  ]);
  const seconds = (performance.now() - from) / 1000;
  rmSync(file);
  // The second line is that of what the shell has run: minutes and seconds, of the program and of the system for it.
  const times = [...(stdout.split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return {
    seconds,
    processor: times.reduce((sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest), 0),
  };
}

async function byKeepwatch(
  { origin, certificate }: z.output<typeof serving>,
  entry?: string,
): Promise<Figures> {
  const worker = await buildWorker(entry);
  const saving = mkdtempSync(path.join(folder, 'save-'));
  const order = {
    portal: 'acme',
    backup: { scope: 'portal', job: 'task-1' },
    origin,
    certificate,
    link: `${origin}/a.tar.gz`,
    folder: saving,
    name: 'a.tar.gz',
  };
  const task = { order, key: null, userAgent: 'Keepwatch/bench', stall: null };
  try {
    const script = '../../../scripts/bench/archive/inElectron.ts';
    const answer = await inElectron(script, [worker.file, JSON.stringify(task)], { timeout: longest });
    const { result, ...figures } = taken.parse(answer);
    if (!result.ok) throw new Error(`not saved: ${JSON.stringify(result)}`);
    return figures;
  } finally {
    worker.remove();
    rmSync(saving, { recursive: true, force: true });
  }
}
