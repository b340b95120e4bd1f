import '../storage/withoutElectron.ts';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { channelOf, type CommandName } from '../../../src/contract/channels.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import { succeed } from '../../../src/core/base/result.ts';
import { parseRoutes } from '../../../src/core/net/route.ts';
import { initialState, type State } from '../../../src/core/state.ts';
import { compose, type Keepwatch } from '../../../src/main/app/compose.ts';
import { systemClock as clock } from '../../../src/main/clock.ts';
import { openLog } from '../../../src/main/diagnostics/log.ts';
import type { TrayView } from '../../../src/present/tray.ts';
import { createPresenter } from '../../../src/main/engine/presenter.ts';
import { lazy } from '../../../src/main/lazy.ts';
import type { ProxyResolver } from '../../../src/main/network/proxyResolver.ts';
import { usualTimeouts } from '../../../src/main/network/timeouts.ts';
import { createTransport } from '../../../src/main/network/transport.ts';
import { openStorage, type Storage } from '../../../src/main/storage/openStorage.ts';
import type { Sealer } from '../../../src/main/storage/sealer.ts';
import { readSaved } from '../../../src/main/storage/saved.ts';
import { sendSnapshot } from '../../../src/main/window/ipc.ts';
import { application } from '../../support/given.ts';
import type { Certificate } from '../../support/docspace/certificates.ts';
import { trusting } from '../../support/network/trusting.ts';
import { desktopWith, partsWith } from '../../support/main/parts.ts';
import { words } from '../../support/words.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { sealerOf } from '../storage/sealers.ts';
import { Channels } from '../window/channels.ts';
import { certificateReader, directOnly } from '../../support/network/direct.ts';

/** The main process without Electron: every part is the real one but window, tray, desktop and safeStorage. */
export class Assembled {
  /** All that went out to the window, the desktop and the user. */
  readonly out: unknown[] = [];
  readonly channels: Channels;
  readonly #keepwatch: Keepwatch;
  snapshot: Snapshot | undefined;
  /** Is shown what the tray shows. */
  onTray: (view: TrayView) => void = () => undefined;

  /**
   * `roads`: which origins of the internet lead to which server here. `proxy`: what the system says of the way to
   * everywhere, as Chromium tells it. `authority`: one that this system trusts beside the usual ones.
   */
  static async open(
    folder: string,
    roads: ReadonlyMap<string, string> = new Map(),
    proxy?: () => string,
    sealer: Sealer = sealerOf(),
    authority?: Certificate,
  ): Promise<Assembled> {
    const saved = readSaved(folder);
    const { settings, savedWatches } = saved;
    const initial = initialState(settings, savedWatches, application, clock.wall(), Math.random);
    const storage = await openStorage(folder, saved, initial, sealer, clock.wall());
    const assembled = new Assembled(folder, initial, storage, roads, proxy, authority);
    await assembled.#keepwatch.begin();
    return assembled;
  }

  constructor(
    folder: string,
    initial: State,
    storage: Storage,
    roads: ReadonlyMap<string, string>,
    proxy?: () => string,
    authority?: Certificate,
  ) {
    const { vault, proxyCredentials } = storage;
    const log = openLog(join(folder, 'logs'), () => [...vault.secrets(), ...proxyCredentials.secrets()]);
    const proxyResolver: ProxyResolver =
      proxy === undefined ? directOnly : { ...proxyCredentials, to: async () => parseRoutes(proxy()) };
    const transport = lazy(async () => {
      const { ask, drop } = createTransport(
        'Keepwatch/test',
        usualTimeouts,
        proxyResolver,
        trusting(authority),
      );
      return {
        ask: async (...[pool, origin, ...rest]: Parameters<typeof ask>) => {
          const answer = await ask(pool, roads.get(origin) ?? origin, ...rest);
          return answer.ok ? succeed({ ...answer.value, origin }) : answer;
        },
        drop,
      };
    });
    const out = (thing: unknown): number => this.out.push(thing);
    const window = { send: (channel: string, snapshot: Snapshot) => this.#take(channel, snapshot) };
    const presenter = createPresenter(words, {
      tray: (view) => {
        out(view);
        this.onTray(view);
      },
      theme: () => undefined,
      window: () => (snapshot) => sendSnapshot(window, snapshot),
      history: out,
    });
    const parts = partsWith({
      initial,
      clock,
      chance: Math.random,
      storage,
      transport,
      certificateReader: lazy(async () => certificateReader(proxyResolver)),
      desktop: desktopWith(async (text) => out(text) > 0),
      shell: { open: out, copy: out, showFile: out, clicked: (_token, act) => act() },
      presenter,
      failed: (error) => log.error('failed:', String(error)),
    });
    this.#keepwatch = compose(parts);
    this.channels = new Channels(this.#keepwatch.hello, this.#keepwatch.commands);
    onTestFinished(this.#keepwatch.stop);
    log.info('started');
  }

  /** It ends: quit, or killed, which is the same to the disk. */
  close(): void {
    this.#keepwatch.stop();
  }

  /** A window opens and says its first word. */
  openWindow(): void {
    this.#keepwatch.dispatch({ type: 'windowOpened' });
    const hello = this.channels.send(channelOf('hello'), {});
    this.out.push(hello);
  }

  /** The window sends a command. */
  does(name: CommandName, input: object = {}): void {
    this.channels.send(channelOf(name), input);
  }

  /** Waits until the window shows something. */
  async shows(what: string, poll: (snapshot: Snapshot) => boolean): Promise<void> {
    await waitFor(
      () => `${what} (shown: ${JSON.stringify(this.snapshot?.connect)})`,
      () => this.snapshot !== undefined && poll(this.snapshot),
    );
  }

  #take(channel: string, snapshot: Snapshot): void {
    this.out.push([channel, snapshot]);
    this.snapshot = snapshot;
  }
}
