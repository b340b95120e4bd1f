import { expect, test } from 'vitest';
import { createBatches } from '../../../src/main/archive/batches.ts';

test('what comes is handed on 128 KiB at a time, in order, and is not kept until the end', async () => {
  const handed: Buffer[] = [];
  const { add, flush } = createBatches(async (batch) => void handed.push(Buffer.from(batch)));
  const pieces = Array.from({ length: 60 }, (_, index) => Buffer.alloc(10_000, index));
  for (const piece of pieces) await add(piece);
  expect(handed.map(({ length }) => length)).toEqual([131_072, 131_072, 131_072, 131_072]);
  await flush();
  expect(Buffer.concat(handed).equals(Buffer.concat(pieces))).toBe(true);
});
