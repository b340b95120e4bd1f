/**
 * Gives back the memory of bytes that nobody uses any more: to the garbage collector megabytes of them are no reason to
 * hurry. Only those at the end of their buffer, when those before them are done with too. Node cuts small ones out of a
 * pool (of 8 KiB; since Node 24 of 64), which is left alone; what Node 20 does not know yet is done without.
 */
export function releaseBytes({ buffer, byteOffset, byteLength }: Uint8Array): void {
  const isLast = byteOffset + byteLength === buffer.byteLength;
  if (!isLast || buffer.byteLength === Buffer.poolSize) return;
  if ('transfer' in buffer && typeof buffer.transfer === 'function') buffer.transfer(0);
}
