import type { ConnectView } from '../../../src/contract/connectView.ts';
import type { PortalRow } from '../../../src/contract/portalRow.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { Assembled } from './assembled.ts';

/** Somebody at the window, with an address and a key to type in. */
export class Newcomer {
  readonly application: Assembled;

  /** `roads`: which origins of the internet lead to which server here. */
  static async open(roads: Record<string, string> = {}): Promise<Newcomer> {
    return new Newcomer(await Assembled.open(temporaryFolder(), new Map(Object.entries(roads))));
  }

  constructor(application: Assembled) {
    this.application = application;
    application.openWindow();
  }

  /** Types both in, and waits for what comes of it. */
  async connects(address: string, key: string): Promise<string[]> {
    this.application.does('dispatch', { type: 'connectOpened', portal: null });
    this.application.does('connectSubmit', { address, key });
    return this.#settles();
  }

  /** Types another key in for the portal. */
  async changesKey(portal: string, key: string): Promise<string[]> {
    this.application.does('dispatch', { type: 'connectOpened', portal });
    this.application.does('connectSubmit', { address: '', key });
    return this.#settles();
  }

  async agrees(): Promise<string[]> {
    this.application.does('dispatch', { type: 'connectAgreed' });
    return this.#settles();
  }

  /** What is watched. */
  portals(): PortalRow[] {
    return this.application.snapshot?.portals ?? [];
  }

  async #settles(): Promise<string[]> {
    const ends = new Set<ConnectView['stage']>(['consent', 'refused', 'connected']);
    await this.application.shows('an end', ({ connect: { stage } }) => ends.has(stage));
    return this.application.snapshot === undefined ? [] : linesOf(this.application.snapshot.connect);
  }
}

/** What the window says, line by line. */
function linesOf({ addressError, keyError, note, checks, consent }: ConnectView): string[] {
  const lines = [
    addressError === null ? '' : `at the address: ${addressError}`,
    keyError === null ? '' : `at the key: ${keyError}`,
    ...(note === null ? [] : [note.fact, note.next]),
    ...checks.map(({ prefix, fact, detail }) => `${prefix}${fact}${detail ?? ''}`),
    consent === null ? '' : `[${consent}]`,
  ];
  return lines.filter((line) => line !== '').map((line) => line.replace(/[\u2068\u2069]/g, ''));
}
