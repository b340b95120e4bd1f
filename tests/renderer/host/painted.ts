const patience = 20_000;

/** What the window says of having painted: which revisions it says were seen, and the one that is waited for. */
export class Painted {
  readonly #seen: number[] = [];
  #awaited = { revision: 0, heard: (): void => undefined };

  /** The window says so of a revision. */
  hears(revision: number): void {
    this.#seen.push(revision);
    if (revision === this.#awaited.revision) this.#awaited.heard();
  }

  /** Sends a snapshot, and resolves once the window has painted it, which it says only while it has the focus. */
  async after(revision: number, send: () => void): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`snapshot ${revision} was not seen`)), patience);
      const heard = (): void => {
        clearTimeout(late);
        resolve();
      };
      this.#awaited = { revision, heard };
      send();
    });
  }

  /** The revisions that were seen since this was last asked. */
  take(): number[] {
    return this.#seen.splice(0);
  }
}
