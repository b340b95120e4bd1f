import type { Bus, Target } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { processorWait } from './processTree.ts';
import type { Incoming } from './service.ts';
import { waitFor } from './waitFor.ts';

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} satisfies Target;
const item = { path: '/StatusNotifierItem', interface: 'org.kde.StatusNotifierItem' };
const pause = 20;
const longestStall = 60_000;

/**
 * Measures from outside how long a process lets others wait: each of its connections to the session bus is asked
 * something every 20 ms. Electron answers for its tray icon, and Node for its own connection, on the main thread, so that
 * the longest wait is the main thread's longest stall. What is the machine's or the test's does not count: how long the
 * bus itself takes, which is asked at the same time, how long the thread had to wait for a processor that others used, and
 * how late the test came to look for the answer.
 */
export class StallMeter {
  /** The longest wait so far, in milliseconds. */
  longest = 0;
  /** The longest time between two questions: what is shorter than this may have been missed. */
  longestGap = 0;
  /** How long it was in all, others' use of the processors included. */
  longestInAll = 0;
  /** How often it was asked and answered. */
  answers = 0;
  readonly #bus: Bus;
  readonly #pid: number;
  readonly #names = new Set<string>();
  readonly #waiting = new Set<string>();
  /** The connections that answer at all: some library of Electron's keeps one that never does. */
  readonly #alive = new Set<string>();
  readonly #end = new AbortController();
  #askedAt = Infinity;
  /** Nothing more is asked; what was is still waited for, by the same clock. */
  #closing = false;
  /** When all that had come by then was read. */
  #readAt = 0;

  private constructor(bus: Bus, pid: number) {
    this.#bus = bus;
    this.#pid = pid;
  }

  /** Begins to measure a process, from its first connection on. */
  static async open(desktop: Desktop, pid: number): Promise<StallMeter> {
    const meter = new StallMeter(await desktop.connect(), pid);
    const changed = { sender: daemon.destination, member: 'NameOwnerChanged' };
    await meter.#bus.listen(changed, (signal) => meter.#follow(signal), meter.#end.signal);
    const [names] = await meter.#bus.call(daemon, 'ListNames');
    if (Array.isArray(names)) for (const name of names) void meter.#enter(String(name));
    const timer = setInterval(() => meter.#ask(), pause);
    meter.#end.signal.addEventListener('abort', () => clearInterval(timer));
    desktop.onStop(() => meter.#end.abort());
    return meter;
  }

  /** Ends the measuring, once all that was asked has been answered, and gives the longest wait. */
  async close(): Promise<number> {
    this.#closing = true;
    const isAnswered = (): boolean => [...this.#waiting].every((name) => !this.#alive.has(name));
    await waitFor('the last answers', isAnswered, { timeout: longestStall });
    this.#end.abort();
    return this.longest;
  }

  #follow({ body: [name, , owner] }: Incoming): void {
    if (owner === '') this.#names.delete(String(name));
    else void this.#enter(String(name));
  }

  /** Takes note of a connection, if it is one of the process. */
  async #enter(name: string): Promise<void> {
    if (!name.startsWith(':')) return;
    const [pid] = await this.#bus.call(daemon, 'GetConnectionUnixProcessID', 's', [name]).catch(() => []);
    if (pid === this.#pid) this.#names.add(name);
  }

  #ask(): void {
    // After a timer Node reads what has come, and then does this: an answer that is read later was not there yet.
    setImmediate(() => (this.#readAt = performance.now()));
    if (this.#closing) return;
    const now = performance.now();
    this.longestGap = Math.max(this.longestGap, now - this.#askedAt);
    this.#askedAt = now;
    const idle = [...this.#names].filter((name) => !this.#waiting.has(name));
    if (idle.length === 0) return;
    const ofBus = this.#answered(daemon, 'GetId');
    for (const name of idle) void this.#measure(name, ofBus);
  }

  async #measure(name: string, ofBus: Promise<number>): Promise<void> {
    this.#waiting.add(name);
    const properties = { ...item, destination: name, interface: 'org.freedesktop.DBus.Properties' };
    const before = processorWait(this.#pid);
    const own = await this.#answered(properties, 'Get', 'ss', [item.interface, 'ToolTip']);
    const queued = processorWait(this.#pid) - before;
    const notBefore = this.#readAt;
    const answeredByBus = await ofBus;
    const wait = own - answeredByBus;
    this.longest = Math.max(this.longest, notBefore - answeredByBus - queued);
    this.longestInAll = Math.max(this.longestInAll, wait);
    this.answers += 1;
    this.#waiting.delete(name);
    this.#alive.add(name);
  }

  /** When an answer has come; that there is no such thing is one too. */
  async #answered(target: Target, member: string, signature = '', body: unknown[] = []): Promise<number> {
    await this.#bus.call(target, member, signature, body, longestStall).catch(() => undefined);
    return performance.now();
  }
}
