import '../storage/withoutElectron.ts';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { commands, type CommandName, requests } from '../../../src/contract/channels.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { Event } from '../../../src/core/event.ts';
import { parseRoute } from '../../../src/core/net/proxy.ts';
import { initialState, type State } from '../../../src/core/state.ts';
import { readSaved } from '../../../src/main/storage/saved.ts';
import { createPortalClient } from '../../../src/main/network/portalClient.ts';
import { systemClock as clock } from '../../../src/main/clock.ts';
import { createEngine } from '../../../src/main/engine/engine.ts';
import { createWindowCommands } from '../../../src/main/app/windowCommands.ts';
import { sendSnapshot } from '../../../src/main/window/ipc.ts';
import { openStorage, type Storage } from '../../../src/main/storage/openStorage.ts';
import { lazy } from '../../../src/main/lazy.ts';
import { openLog } from '../../../src/main/diagnostics/log.ts';
import { createCertificateReader } from '../../../src/main/network/certificateReader.ts';
import { createEffectRunner } from '../../../src/main/engine/effects.ts';
import { createPresenter } from '../../../src/main/engine/presenter.ts';
import { usualTimeouts } from '../../../src/main/network/timeouts.ts';
import { createTransport } from '../../../src/main/network/transport.ts';
import { directOnly, type ProxyResolver } from '../../../src/main/network/proxyResolver.ts';
import { words } from '../../support/words.ts';
import { application } from '../../support/given.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { sealerOf } from '../storage/sealers.ts';
import { Channels } from '../window/channels.ts';

/** The main process without Electron: every part is the real one but window, tray, desktop and safeStorage. */
export class Assembled {
  /** All that went out to the window, the desktop and the user. */
  readonly out: unknown[] = [];
  readonly channels: Channels;
  readonly dispatch: (event: Event) => void;
  snapshot: Snapshot | undefined;

  /**
   * `roads`: which origins of the internet lead to which server here. `proxy`: what the system says of the way to
   * everywhere, as Chromium tells it.
   */
  static async open(
    folder: string,
    roads: ReadonlyMap<string, string> = new Map(),
    proxy?: () => string,
  ): Promise<Assembled> {
    const saved = readSaved(folder);
    const { settings, savedWatches } = saved;
    const initial = initialState(settings, savedWatches, application, clock.wall(), Math.random);
    const storage = await openStorage(folder, saved, initial, sealerOf(), clock.wall());
    return new Assembled(folder, initial, storage, roads, proxy);
  }

  constructor(
    folder: string,
    initial: State,
    storage: Storage,
    roads: ReadonlyMap<string, string>,
    proxy?: () => string,
  ) {
    const { vault, watches, proxyCredentials, saveSettings } = storage;
    const portals = initial.watches.map(({ portal }) => portal);
    const log = openLog(join(folder, 'logs'), () => [...vault.secrets(), ...proxyCredentials.secrets()]);
    const proxyResolver: ProxyResolver =
      proxy === undefined ? directOnly : { ...proxyCredentials, to: async () => parseRoute(proxy()) };
    const transport = lazy(async () => {
      const { ask, drop } = createTransport('Keepwatch/test', usualTimeouts, proxyResolver);
      return {
        ask: async (...[pool, origin, ...rest]: Parameters<typeof ask>) =>
          ask(pool, roads.get(origin) ?? origin, ...rest),
        drop,
      };
    });
    const failed = (error: unknown): void => log.error('failed:', String(error));
    const out = (thing: unknown): number => this.out.push(thing);
    const effectRunner = createEffectRunner({
      words,
      now: clock.wall,
      ask: createPortalClient(transport, clock.wall, failed),
      readCertificate: createCertificateReader(proxyResolver),
      dropConnections: (pool) => transport.made()?.drop(pool),
      notices: async () => ({ show: async (text) => out(text) > 0, follow: async () => undefined }),
      vault,
      shell: { open: out, copy: out, clicked: (_token, act) => act() },
      forgetWatch: watches.forget,
      failed,
    });
    const window = { send: (channel: string, snapshot: Snapshot) => this.#take(channel, snapshot) };
    const presenter = createPresenter(words, {
      tray: out,
      theme: () => undefined,
      window: () => window,
      send: sendSnapshot,
    });
    const engine = createEngine(
      initial,
      {
        saveSettings,
        saveWatch: watches.save,
        perform: (effect, state) => effectRunner.perform(effect, state, engine.dispatch),
        present: presenter.present,
        isOnline: () => true,
      },
      clock,
      Math.random,
    );
    const autostart = { isOn: () => false, set: () => undefined };
    const keeper = { hold: () => undefined, close: () => undefined };
    this.channels = new Channels(
      () => presenter.firstSnapshot(engine.state(), clock.wall()),
      createWindowCommands(engine, vault, presenter, keeper, autostart, proxyCredentials, () => undefined),
    );
    this.dispatch = engine.dispatch;
    proxyCredentials.keyringChanged(true);
    vault.keyringChanged(true, portals);
    for (const { id } of portals)
      engine.dispatch({ type: 'keyStatus', portal: id, keyStatus: vault.keyStatus(id) });
    onTestFinished(() => {
      engine.stop();
      transport.made()?.drop();
    });
    log.info('started');
  }

  /** A window opens and says its first word. */
  openWindow(): void {
    this.dispatch({ type: 'windowOpened' });
    const hello = this.channels.send(requests.hello, {});
    this.out.push(hello);
  }

  /** The window sends a command. */
  does(name: CommandName, input: object = {}): void {
    this.channels.send(commands[name], input);
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
