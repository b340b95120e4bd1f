import type { ServerResponse } from 'node:http';
import type { Answer } from '../answer.ts';
import type { Call } from '../call.ts';

/** One request under way, and the means to answer it. */
export type Exchange = {
  call: Call;
  response: ServerResponse;
  /** What the portal would have said. */
  honest: () => Answer;
  send: (answer: Answer) => void;
};

/** Something that happens to a request on its way, instead of an answer of DocSpace. */
export type Misbehaviour = {
  name: string;
  meet: (exchange: Exchange) => void;
  /** Called when it is over. */
  end?: () => void;
};

export type Limits = {
  /** Only requests whose path holds this text. */
  path?: string;
  /** How often it happens; absent: until it is ended. */
  times?: number;
};

type Entry = { misbehaviour: Misbehaviour; path: string; left: number };

/** What goes wrong at present. */
export class Misbehaviours {
  #entries: Entry[] = [];

  /** Lets it go wrong from now on; the returned function ends it. */
  add(misbehaviour: Misbehaviour, { path = '', times = Infinity }: Limits = {}): () => void {
    const entry = { misbehaviour, path, left: times };
    this.#entries.push(entry);
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry);
      misbehaviour.end?.();
    };
  }

  /** The one that meets this request, if any: the one that was added last. */
  take(call: Call): Misbehaviour | undefined {
    const entry = this.#entries.findLast(({ path, left }) => left > 0 && call.path.includes(path));
    if (entry === undefined) return undefined;
    entry.left -= 1;
    return entry.misbehaviour;
  }

  clear(): void {
    const entries = this.#entries;
    this.#entries = [];
    for (const { misbehaviour } of entries) misbehaviour.end?.();
  }
}
