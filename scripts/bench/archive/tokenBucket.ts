/** Lets so many bytes a second through, whoever wants them. */
export type TokenBucket = {
  /** Done when so many may go. */
  take: (bytes: number) => Promise<void>;
};

/** Bytes that were not used in time are not saved up: a line does not either. */
const fullest = 0.02;

export function createTokenBucket(
  bytesPerSecond: number,
  now = (): number => performance.now(),
): TokenBucket {
  let free = now();
  return {
    take: async (bytes) => {
      free = Math.max(free, now() - fullest * 1000) + (bytes / bytesPerSecond) * 1000;
      const wait = free - now();
      if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    },
  };
}
