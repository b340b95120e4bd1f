import { expect, test, vi } from 'vitest';
import { releaseBytes } from '../../../src/main/network/releaseBytes.ts';

// As TLS hands bytes on.
const size = 16 * 1024;

/** A buffer of a runtime that can give memory back, and what was asked of it. */
function transferable(length: number) {
  const transfer = vi.fn<(length: number) => void>();
  return { buffer: Object.assign(new ArrayBuffer(length), { transfer }), transfer };
}

test('the memory of bytes that are done with is given back at once', () => {
  const { buffer, transfer } = transferable(size);
  releaseBytes(new Uint8Array(buffer, 100));
  expect(transfer.mock.calls).toEqual([[0]]);
});

test('not as long as other bytes of the same memory may be in use', () => {
  const before = transferable(size);
  releaseBytes(new Uint8Array(before.buffer, 0, size - 1));
  expect(before.transfer).not.toHaveBeenCalled();
  // That of Node's, which small buffers have in common.
  const shared = transferable(Buffer.poolSize);
  releaseBytes(new Uint8Array(shared.buffer));
  expect(shared.transfer).not.toHaveBeenCalled();
});

test('a runtime that cannot do so leaves them as they are', () => {
  const buffer = Object.assign(new ArrayBuffer(size), { transfer: undefined });
  releaseBytes(new Uint8Array(buffer));
  expect(buffer.byteLength).toBe(size);
});
