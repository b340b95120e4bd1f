import { fail } from '../../core/base/result.ts';
import { parsePortalList, toPortalList } from '../../core/portalList.ts';
import type { Engine } from '../engine/engine.ts';
import { readTextFile, writeTextFile } from '../textFile.ts';

/** What the list of portals is exported and imported with. */
export type PortalListParts = {
  engine: Pick<Engine, 'dispatch' | 'state'>;
  /** Asks its user for a file; null where there is none. */
  askPlace: (suggested: string) => Promise<string | null>;
  askFile: () => Promise<string | null>;
  /** An id that no portal has had. */
  newPortalId: () => string;
};

/** More than any list of portals that is taken in. */
const longestFile = 1 << 20;

type PortalList = Record<'exportPortals' | 'importPortals', () => Promise<void>>;

/** The list of portals as a file. While its user is being asked which one, asking once more does nothing. */
export function createPortalList({ engine, askPlace, askFile, newPortalId }: PortalListParts): PortalList {
  let asking = false;

  const askOnce = async (ask: () => Promise<string | null>): Promise<string | null> => {
    if (asking) return null;
    asking = true;
    return ask().finally(() => (asking = false));
  };

  return {
    exportPortals: async () => {
      const place = await askOnce(async () => askPlace('keepwatch-portals.json'));
      if (place === null) return;
      const portals = engine.state().watches.map(({ portal }) => portal);
      const saved = await writeTextFile(place, toPortalList(portals));
      engine.dispatch({ type: 'portalsExported', saved });
    },
    importPortals: async () => {
      const file = await askOnce(askFile);
      if (file === null) return;
      const text = await readTextFile(file, longestFile);
      const read = text === null ? fail('notOpened' as const) : parsePortalList(text);
      if (!read.ok) return engine.dispatch({ type: 'importRefused', why: read.reason });
      const portals = read.value.map((listed) => ({ ...listed, id: newPortalId() }));
      engine.dispatch({ type: 'portalsImported', portals });
    },
  };
}
