/** The header of a file in a tar; `binary`: its size as GNU writes what octal digits cannot hold. */
export function createTarHeader(name: string, size: number, { binary = false } = {}): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(octal(size, 11), 124);
  if (binary) {
    header.fill(0, 124, 136);
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(size), 128);
  }
  header.write(octal(0, 11), 136);
  header.write('0', 156);
  header.write('ustar', 257);
  header.write('00', 263);
  header.write(' '.repeat(8), 148);
  const checksum = header.reduce((sum, byte) => sum + byte, 0);
  header.write(`${octal(checksum, 6)}\0 `, 148);
  return header;
}

function octal(number: number, digits: number): string {
  return number.toString(8).padStart(digits, '0');
}
