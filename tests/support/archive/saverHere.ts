import type { ArchiveSaver } from '../../../src/main/archive/archiveSaver.ts';
import type { SaveProgress } from '../../../src/core/saving/order.ts';
import { deletePart } from '../../../src/main/archive/deletePart.ts';
import { saveHere } from './saves.ts';

/** A saver that does in this thread what the real one does in threads of its own; one can wait until it has done all. */
export function saverHere(): {
  saver: ArchiveSaver;
  settled: () => Promise<unknown>;
  busy: () => boolean;
  /** How far the last one had come that told. */
  came: () => number;
} {
  const running = new Map<string, { ends: AbortController; done: Promise<unknown> }>();
  let came = 0;
  return {
    saver: {
      save: async (order, key, hear) => {
        const tell = (progress: SaveProgress): void => {
          came = progress.done;
          hear(progress);
        };
        const ends = new AbortController();
        const { signal } = ends;
        const name = JSON.stringify([order.portal, order.backup]);
        const done = saveHere(order, { key, tell, signal }).finally(() => running.delete(name));
        running.set(name, { ends, done });
        return done;
      },
      stop: (portal, backup) => running.get(JSON.stringify([portal, backup]))?.ends.abort(),
      deletePart: async (place) => {
        await running.get(JSON.stringify([place.portal, place.backup]))?.done;
        return deletePart(place);
      },
      close: () => {
        for (const { ends } of running.values()) ends.abort();
      },
    },
    came: () => came,
    busy: () => running.size > 0,
    settled: async () => Promise.all([...running.values()].map(async ({ done }) => done)),
  };
}
