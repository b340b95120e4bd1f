import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Child } from '../support/desktop/child.ts';
import type { Desktop } from '../support/desktop/desktop.ts';
import { waitFor } from '../support/desktop/waitFor.ts';

// A network with a cable in it, so that nobody takes himself for offline, on which every address there is lies on this
// machine itself: whoever is called, the call is put through as far as the kernel, which counts, and answered by nobody.
const setUp = `set -e
ip link set lo up
ip link add near type veth peer name far
ip addr add 192.0.2.1/24 dev near
ip link set near up
ip link set far up
ip route add default via 192.0.2.2
ip route add local 0.0.0.0/0 dev lo
ip -6 route add local ::/0 dev lo
mount --bind "$1" /etc/resolv.conf
echo ready
exec sleep infinity
`;

// Inside, a server of this machine is reached on its own port, over a socket that is a file.
const proxyHop = `const { connect, createServer } = require('node:net');
const [path, port] = process.argv.slice(1);
createServer((near) => {
  const far = connect(path);
  near.pipe(far).pipe(near);
  near.on('error', () => far.destroy());
  far.on('error', () => near.destroy());
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
`;

/** A network of its own for programs, from which one server of this machine can be reached and nobody else. */
export class ClosedNetwork {
  readonly #desktop: Desktop;
  readonly #holder: Child;
  #letThrough = 0;

  private constructor(desktop: Desktop, holder: Child) {
    this.#desktop = desktop;
    this.#holder = holder;
  }

  /** Makes it. Without being root it takes a namespace of users as well, in which one is. */
  static async open(desktop: Desktop, origin: string): Promise<ClosedNetwork> {
    const names = join(desktop.folder, 'resolv.conf');
    await writeFile(names, 'nameserver 192.0.2.53\noptions timeout:1 attempts:1\n');
    const root = process.getuid?.() === 0 ? [] : ['--map-root-user'];
    const holder = desktop.start('unshare', [...root, '--net', '--mount', 'sh', '-c', setUp, 'sh', names]);
    await holder.until('the closed network', () => holder.stdout.includes('ready'));
    const network = new ClosedNetwork(desktop, holder);
    await network.#letIn(origin);
    return network;
  }

  /** Starts a program inside. */
  start(command: string, args: readonly string[], env: Record<string, string> = {}): Child {
    const user = process.getuid?.() === 0 ? [] : ['--user', '--preserve-credentials'];
    const into = ['--target', String(this.#holder.pid), ...user, '--net', '--mount', '--'];
    return this.#desktop.start('nsenter', [...into, command, ...args], { env });
  }

  /** How many connections were begun by anybody inside, beside those to that server. */
  get connections(): number {
    return this.#count('snmp', 'Tcp', 'ActiveOpens') - this.#letThrough;
  }

  /** How many datagrams were sent: questions after names, and whatever else goes without a connection. */
  get datagrams(): number {
    const sixth = /Udp6OutDatagrams\s+(\d+)/.exec(this.#read('snmp6'))?.[1] ?? '0';
    return this.#count('snmp', 'Udp', 'OutDatagrams') + Number(sixth);
  }

  /** The ports on which somebody inside listens, or takes what anybody sends. */
  get listening(): number[] {
    const open = (kind: string, states: readonly string[]): number[] =>
      this.#read(kind)
        .split('\n')
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
        .filter(([, , , state = '']) => states.includes(state))
        .map(([, local = '']) => Number.parseInt(local.split(':')[1] ?? '', 16));
    // 0A: listens; of UDP, 07: bound, and connected to nobody.
    return [...open('tcp', ['0A']), ...open('tcp6', ['0A']), ...open('udp', ['07']), ...open('udp6', ['07'])];
  }

  /** One of the kernel's counters: a line of names, and one of numbers. */
  #count(file: string, protocol: string, name: string): number {
    const [names = [], numbers = []] = this.#read(file)
      .split('\n')
      .filter((line) => line.startsWith(`${protocol}:`))
      .map((line) => line.split(' '));
    return Number(numbers[names.indexOf(name)]);
  }

  #read(name: string): string {
    return readFileSync(`/proc/${this.#holder.pid}/net/${name}`, 'utf8');
  }

  async #letIn(origin: string): Promise<void> {
    const { port } = new URL(origin);
    const path = join(this.#desktop.folder, 'portal.socket');
    const sockets = new Set<Socket>();
    const server = createServer((near) => {
      this.#letThrough += 1;
      const far = connect(Number(port), '127.0.0.1');
      sockets.add(near).add(far);
      near.pipe(far).pipe(near);
      near.on('error', () => far.destroy());
      far.on('error', () => near.destroy());
    }).listen(path);
    this.#desktop.onStop(() => {
      for (const socket of sockets) socket.destroy();
      server.close();
    });
    const inside = this.start(process.execPath, ['-e', proxyHop, path, port]);
    await waitFor('the way in', () => inside.stdout.includes('ready'));
  }
}
