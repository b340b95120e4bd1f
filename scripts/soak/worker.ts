import { soak } from '../../tests/soak/soak.ts';

export type Order = { portals: number; days: number; seed: number };

// One of the processes that soak seeds: takes an order, gives what it came to and the processor time that it took.
process.on('message', (order: Order) => {
  const before = process.cpuUsage();
  const soaked = soak(order);
  const { user, system } = process.cpuUsage(before);
  process.send?.({ soaked, processorTime: user + system });
});
