import { fork } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { Soaked } from '../../tests/soak/soak.ts';
import type { Order } from './worker.ts';

/** Soaks every seed, in as many processes as there are processors; a seed is handed out whenever one is free. */
export async function soakInWorkers(
  size: { portals: number; days: number },
  seeds: readonly number[],
  take: (soaked: Soaked, processorTime: number) => void,
): Promise<void> {
  const waiting = [...seeds];
  const work = async (): Promise<void> => {
    const worker = fork(path.join(import.meta.dirname, 'worker.ts'), { serialization: 'advanced' });
    const gone = once(worker, 'exit');
    try {
      for (let seed = waiting.shift(); seed !== undefined; seed = waiting.shift()) {
        const order: Order = { ...size, seed };
        worker.send(order);
        const [answer] = await Promise.race([once(worker, 'message'), gone]);
        if (!isAnswer(answer))
          throw new Error(`seed ${seed} ended its process; run it alone with --seed ${seed}`);
        take(answer.soaked, answer.processorTime);
      }
    } finally {
      worker.kill();
    }
  };
  const hands = Math.min(availableParallelism(), seeds.length);
  await Promise.all(Array.from({ length: hands }, work));
}

type Answer = { soaked: Soaked; processorTime: number };

function isAnswer(message: unknown): message is Answer {
  return typeof message === 'object' && message !== null && 'soaked' in message;
}
