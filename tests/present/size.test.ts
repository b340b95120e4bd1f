import { expect, test } from 'vitest';
import { sizePhrase } from '../../src/present/size.ts';
import { words } from '../support/present/presented.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 kB'],
  [1550, '1.6 kB'],
  [9940, '9.9 kB'],
  [12_345, '12 kB'],
  [999_499, '999 kB'],
  [999_500, '1 MB'],
  [4_200_000_000, '4.2 GB'],
  [4_294_967_297, '4.3 GB'],
  [7e13, '70 TB'],
  [5e15, '5,000 TB'],
])('%d bytes are %s', (bytes, said) => {
  expect(sizePhrase(bytes, words)).toBe(said);
});
