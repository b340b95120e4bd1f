/** Bytes that come in small pieces, handed on many at a time: each hand-over costs as much as thousands of bytes. */
type Batches = {
  /** Takes some; done when more can be taken. Throws what was thrown over those that were handed on before. */
  add: (bytes: Buffer) => Promise<void>;
  /** Hands on the last ones; done when all are done with. */
  flush: () => Promise<void>;
};

/** So many bytes are handed on at once. */
export const batchSize = 128 * 1024;

/**
 * `handOn` is done when its bytes are no longer used. While one batch is in use the next one fills: there are two of them,
 * used in turn, so that memory does not grow with what passes through.
 */
export function createBatches(handOn: (batch: Buffer) => Promise<void>): Batches {
  let [filling, other] = [Buffer.allocUnsafe(batchSize), Buffer.allocUnsafe(batchSize)];
  let filled = 0;
  let handing: Promise<void> = Promise.resolve();

  const turn = async (): Promise<void> => {
    await handing;
    handing = handOn(filling.subarray(0, filled));
    // Whoever adds or flushes next hears of it.
    handing.catch(() => undefined);
    [filling, other] = [other, filling];
    filled = 0;
  };
  return {
    add: async (bytes) => {
      for (let taken = 0; taken < bytes.length;) {
        const copied = bytes.copy(filling, filled, taken);
        filled += copied;
        taken += copied;
        if (filled === batchSize) await turn();
      }
    },
    flush: async () => {
      await turn();
      await handing;
    },
  };
}
