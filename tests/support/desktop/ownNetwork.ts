import { createSocket, type Socket as Datagrams } from 'node:dgram';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer, connect, type Server } from 'node:net';
import { join } from 'node:path';
import type { Desktop } from './desktop.ts';

let made = 0;

/**
 * A network of one's own, on one cable: a program in it sees no other. Names are told by a server on the other end,
 * where every port of this machine that is passed on can be reached. Needs root.
 */
export class OwnNetwork {
  /** How often a name was asked for. */
  lookups = 0;
  /** While false the name server hears and says nothing. */
  answersNames = true;
  readonly name: string;
  readonly #desktop: Desktop;
  readonly #cable: string;
  readonly #subnet: string;
  readonly #servers: Server[] = [];
  #names: Datagrams | undefined;

  private constructor(desktop: Desktop, number: number) {
    this.#desktop = desktop;
    this.name = `kw${process.pid}-${number}`;
    this.#cable = `kw${process.pid % 100_000}o${number}`;
    // From the block for tests of networks (RFC 2544), by process so that two runs do not meet.
    this.#subnet = `198.18.${process.pid % 256}`;
  }

  static async open(desktop: Desktop): Promise<OwnNetwork> {
    const network = new OwnNetwork(desktop, (made += 1));
    desktop.onStop(async () => network.#close());
    await network.#build();
    return network;
  }

  /** The address of this machine in it. */
  get host(): string {
    return `${this.#subnet}.1`;
  }

  /** Puts a command line into it. */
  inside(command: string, args: readonly string[]): [string, string[]] {
    return ['ip', ['netns', 'exec', this.name, command, ...args]];
  }

  /** Lets a port of this machine be reached from inside, under the same number. */
  async passOn(port: number): Promise<void> {
    const server = createServer((socket) => {
      const onward = connect(port, '127.0.0.1');
      socket.pipe(onward).pipe(socket);
      for (const end of [socket, onward]) end.on('error', () => [socket, onward].map((one) => one.destroy()));
    });
    this.#servers.push(server);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, this.host, resolve);
    });
  }

  /** Pulls the cable, or puts it back. */
  async cable(state: 'down' | 'up'): Promise<void> {
    await this.#ip('link', 'set', this.#cable, state);
  }

  /** The program gets another address, as on another network. */
  async changeAddress(from: number, to: number): Promise<void> {
    await this.#ipInside('addr', 'del', `${this.#subnet}.${from}/24`, 'dev', 'cable');
    await this.#ipInside('addr', 'add', `${this.#subnet}.${to}/24`, 'dev', 'cable');
  }

  async #build(): Promise<void> {
    await mkdir(this.#settings, { recursive: true });
    await writeFile(join(this.#settings, 'resolv.conf'), `nameserver ${this.host}\n`);
    await writeFile(join(this.#settings, 'hosts'), '127.0.0.1 localhost\n');
    await this.#ip('netns', 'add', this.name);
    const otherEnd = ['peer', 'name', 'cable', 'netns', this.name];
    await this.#ip('link', 'add', this.#cable, 'type', 'veth', ...otherEnd);
    await this.#ip('addr', 'add', `${this.host}/24`, 'dev', this.#cable);
    await this.cable('up');
    await this.#ipInside('link', 'set', 'lo', 'up');
    await this.#ipInside('addr', 'add', `${this.#subnet}.2/24`, 'dev', 'cable');
    await this.#ipInside('link', 'set', 'cable', 'up');
    await this.#tellNames();
  }

  /** A name server that knows one answer: here. */
  async #tellNames(): Promise<void> {
    const names = createSocket('udp4');
    this.#names = names;
    names.on('message', (asked, { address, port }) => {
      this.lookups += 1;
      if (this.answersNames) names.send(answerTo(asked, this.host), port, address);
    });
    await new Promise<void>((resolve) => {
      names.bind(53, this.host, resolve);
    });
  }

  async #close(): Promise<void> {
    this.#names?.close();
    for (const server of this.#servers) server.close();
    // The network itself goes when the last program in it has ended; its cable would stay until then.
    await this.#desktop.attempt('ip', ['link', 'del', this.#cable]);
    await this.#desktop.attempt('ip', ['netns', 'del', this.name]);
    await rm(this.#settings, { recursive: true, force: true });
  }

  /** Where `ip netns exec` takes the files from that stand in for those of /etc. */
  get #settings(): string {
    return `/etc/netns/${this.name}`;
  }

  async #ip(...args: string[]): Promise<void> {
    await this.#desktop.run('ip', ...args);
  }

  async #ipInside(...args: string[]): Promise<void> {
    await this.#ip('-n', this.name, ...args);
  }
}

/** RFC 1035: the question once more, and for an IPv4 address (type 1) the answer. */
function answerTo(asked: Buffer, host: string): Buffer {
  const end = asked.indexOf(0, 12) + 5;
  const isAddress = asked.readUInt16BE(end - 4) === 1;
  const header = Buffer.from(asked.subarray(0, 12));
  header.writeUInt16BE(0x81_80, 2);
  header.writeUInt16BE(isAddress ? 1 : 0, 6);
  header.writeUInt32BE(0, 8);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4, ...host.split('.').map(Number)]);
  return Buffer.concat([header, asked.subarray(12, end), ...(isAddress ? [record] : [])]);
}
