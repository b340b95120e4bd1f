import { type CommandName, commands } from '../../../src/contract/channels.ts';
import type { CommandHandlers, Ipc, WindowTalk } from '../../../src/main/window/ipc.ts';
import { listenToWindow } from '../../../src/main/window/ipc.ts';
import { page } from '../../../src/main/window/protocol.ts';

/** A window as far as messages know it. */
export type FakeWindow = { mainFrame: { url: string } };

export type Sender = { sender: unknown; senderFrame: { url: string } | null };

/** The channels of the main process, listened to as in the application, and what came of each message. */
export class Channels {
  readonly window: FakeWindow = { mainFrame: { url: page } };
  /** What was done: the command and its input. */
  readonly done: Array<[string, unknown]> = [];
  /** What was refused: the channel, and what was wrong with the message. */
  readonly refused: string[] = [];
  open = true;
  readonly #hearers = new Map<string, (message: Sender, input: unknown) => unknown>();

  constructor(hello: WindowTalk['hello'], handlers?: CommandHandlers) {
    const ipc: Ipc = {
      on: (channel, hear) => this.#hearers.set(channel, hear),
      handle: (channel, answer) => this.#hearers.set(channel, answer),
    };
    listenToWindow(ipc, {
      window: () => (this.open ? this.window : null),
      handlers: handlers ?? this.#recorders(),
      hello,
      refused: (channel, why) => this.refused.push(`${channel} ${why}`),
    });
  }

  /** Every channel that is listened to. */
  get names(): string[] {
    return [...this.#hearers.keys()];
  }

  /** The window's own page sends something; or somebody else does. */
  send(channel: string, input: unknown, from: Sender = this.self()): unknown {
    const hear = this.#hearers.get(channel);
    if (hear === undefined) throw new Error(`nobody listens to ${channel}`);
    return hear(from, input);
  }

  self(): Sender {
    return { sender: this.window, senderFrame: this.window.mainFrame };
  }

  #recorders(): CommandHandlers {
    const record =
      (name: CommandName) =>
      (input: unknown): void =>
        void this.done.push([name, input]);
    return {
      seen: record('seen'),
      hold: record('hold'),
      close: record('close'),
      checkNow: record('checkNow'),
      pause: record('pause'),
      resume: record('resume'),
      portalAction: record('portalAction'),
      rename: record('rename'),
      watchServer: record('watchServer'),
      remove: record('remove'),
      connectOpen: record('connectOpen'),
      certificateOpen: record('certificateOpen'),
      connectSubmit: record('connectSubmit'),
      connectAgree: record('connectAgree'),
      connectEdit: record('connectEdit'),
      proxySignIn: record('proxySignIn'),
      proxyForget: record('proxyForget'),
      setTheme: record('setTheme'),
      setStartAtLogin: record('setStartAtLogin'),
      saveDiagnostics: record('saveDiagnostics'),
    };
  }
}

/** A good input of each command. */
export const inputs: Record<CommandName, Record<string, unknown>> = {
  seen: { revision: 7 },
  hold: { held: true },
  close: {},
  checkNow: { portal: null },
  pause: {},
  resume: {},
  portalAction: { type: 'openLink', portal: 'acme', backup: { scope: 'portal', job: 'a' } },
  rename: { portal: 'acme', name: 'Other' },
  watchServer: { portal: 'acme', on: true },
  remove: { portal: 'acme' },
  connectOpen: { portal: null },
  certificateOpen: { portal: 'acme' },
  connectSubmit: { address: 'acme.example', key: 'sk-0123456789' },
  connectAgree: {},
  connectEdit: {},
  proxySignIn: { proxy: 'http://proxy.lan:3128', user: 'ada', password: 'secret' },
  proxyForget: { proxy: 'http://proxy.lan:3128' },
  setTheme: { theme: 'dark' },
  setStartAtLogin: { on: true },
  saveDiagnostics: {},
};

const goodInputs = new Map(Object.entries(inputs));

/** Each command with its channel and a good input. */
export const cases = Object.entries(commands).map(
  ([name, channel]) => [name, channel, goodInputs.get(name) ?? {}] as const,
);
