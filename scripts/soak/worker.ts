import { soak } from '../../tests/soak/soak.ts';

export type Order = { portals: number; days: number; seed: number };

// One of the processes that soak seeds: takes an order, gives what it came to and the processor time that it took.
process.on('message', (order: Order) => void work(order));

async function work(order: Order): Promise<void> {
  const before = process.cpuUsage();
  const soaked = await soak(order);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ soaked, processorTime: user + system });
}
