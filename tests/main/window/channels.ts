import { channelOf, type CommandName, commandNames, recordOf } from '../../../src/contract/channels.ts';
import type { CommandHandlers, Ipc, WindowTalk } from '../../../src/main/window/ipc.ts';
import { listenToWindow } from '../../../src/main/window/ipc.ts';
import { pageUrl } from '../../../src/main/window/protocol.ts';

/** A window as far as messages know it. */
export type FakeWindow = { mainFrame: { url: string } };

export type Sender = { sender: unknown; senderFrame: { url: string } | null };

/** The channels of the main process, listened to as in the application, and what came of each message. */
export class Channels {
  readonly window: FakeWindow = { mainFrame: { url: pageUrl } };
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
    return recordOf(
      commandNames,
      (name) =>
        (input: unknown): void =>
          void this.done.push([name, input]),
    );
  }
}

const backup = { scope: 'portal', job: 'task-a' };

/** Good inputs of each command. */
const inputs: Record<CommandName, Array<Record<string, unknown>>> = {
  dispatch: [
    { type: 'openLink', portal: 'acme', backup },
    { type: 'openPage', portal: 'acme', backup: null },
    { type: 'openPortal', portal: 'acme' },
    { type: 'checkNow', portal: null },
    { type: 'paused', until: Infinity },
    { type: 'resumed' },
    { type: 'rename', portal: 'acme', name: 'Other' },
    { type: 'watchServer', portal: 'acme', on: true },
    { type: 'remove', portal: 'acme' },
    { type: 'connectOpened', portal: null },
    { type: 'certificateOpened', portal: 'acme' },
    { type: 'connectAgreed' },
    { type: 'theme', theme: 'dark' },
  ],
  seen: [{ revision: 7 }],
  hold: [{ held: true }],
  close: [{}],
  quit: [{}],
  connectSubmit: [{ address: 'acme.example', key: 'sk-0123456789' }],
  proxySignIn: [{ proxy: 'http://proxy.lan:3128', user: 'ada', password: 'secret' }],
  proxyForget: [{ proxy: 'http://proxy.lan:3128' }],
  setStartAtLogin: [{ on: true }],
  saveDiagnostics: [{}],
  exportPortals: [{}],
  importPortals: [{}],
};

/** Each command with its channel and a good input. */
export const cases = commandNames.flatMap((name) =>
  inputs[name].map((input) => [name, channelOf(name), input] as const),
);
