import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { endSession } from './session.ts';
import { Hopeless, waitFor, type Patience } from './waitFor.ts';

/** How a process ended. */
export type Exit = { code: number | null; signal: NodeJS.Signals | null };

/** Who a process runs as; without one it is whoever runs the tests. */
export type Account = { uid: number; gid: number };

/** What a process is started with. Its environment is exactly the one given. */
export type ChildOptions = {
  env: Environment;
  folder?: string;
  input?: string;
  account?: Account | undefined;
};

/** Starts a process somewhere: on a desktop, which ends it when it is itself ended. */
export type Start = (command: string, args?: readonly string[], options?: Partial<ChildOptions>) => Child;

/** Environment variables by name. */
export type Environment = Record<string, string>;

/** A process the tests started, and so may end. */
export class Child {
  stdout = '';
  stderr = '';
  /** How it ended; undefined while it runs. */
  exit: Exit | undefined;
  /** Resolves when it has ended, however it ended. */
  readonly exited: Promise<Exit>;
  /** Resolves when, in addition, all it wrote was read; not before those that inherited its output have ended too. */
  readonly closed: Promise<Exit>;
  readonly pid: number;
  readonly #name: string;
  readonly #process: ChildProcess;

  constructor(command: string, args: readonly string[], options: ChildOptions) {
    this.#name = command;
    const [wrapper, ...all] = bound(command, args, options.account);
    this.#process = spawn(wrapper, all, {
      env: options.env,
      cwd: options.folder,
      // A session of its own, by which what it starts can be found.
      detached: true,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    if (this.#process.pid === undefined) throw new Error('setpriv, of util-linux, cannot be started');
    this.pid = this.#process.pid;
    this.#process.stdin?.end(options.input);
    this.#process.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.exited = new Promise((resolve) => {
      this.#process.once('exit', (code, signal) => resolve((this.exit = { code, signal })));
    });
    this.closed = new Promise((resolve) => {
      this.#process.once('close', (code, signal) => resolve({ code, signal }));
    });
  }

  /** Waits for a sign of life, and gives up as soon as the process has ended. */
  async until<T>(what: string, look: () => T | Promise<T>, patience?: Patience) {
    const lookAtTheLiving = async (): Promise<T> => {
      const { exit } = this;
      const found = await look();
      if (!found && exit)
        throw new Hopeless(this.#describe(`ended (${exit.signal ?? exit.code}) before ${what}`));
      return found;
    };
    return waitFor(() => this.#describe(what), lookAtTheLiving, patience);
  }

  /** Closes the end of the pipe from which its output is read. */
  stopReading(): void {
    this.#process.stdout?.destroy();
  }

  /** Sends a signal; by default the one nothing can be done against. */
  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    if (this.exit === undefined) this.#process.kill(signal);
  }

  /** Asks it to end, and ends it if it does not listen; what it has started ends too. */
  async stop(signal: NodeJS.Signals = 'SIGTERM', patience = 4000): Promise<Exit> {
    this.kill(signal);
    const end = new AbortController();
    await Promise.race([
      this.exited,
      pause(patience, undefined, { signal: end.signal }).catch(() => undefined),
    ]);
    end.abort();
    this.kill();
    const exit = await this.exited;
    await endSession(this.pid);
    return exit;
  }

  #describe(what: string): string {
    return `${this.#name}: ${what}\n${this.stderr.slice(-2000)}`;
  }
}

/** Runs a program to its end, and gives it with what it wrote. */
export async function run(command: string, args: readonly string[], options: ChildOptions): Promise<Child> {
  const child = new Child(command, args, options);
  await child.closed;
  return child;
}

/**
 * A command line that starts a program as somebody, and bound to the process that starts it: the kernel ends it when
 * that one dies, however it dies, so that nothing is ever left behind.
 */
export function bound(command: string, args: readonly string[], account?: Account): [string, ...string[]] {
  const who = account ? [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'] : [];
  return ['setpriv', '--pdeathsig', 'KILL', ...who, '--', command, ...args];
}
