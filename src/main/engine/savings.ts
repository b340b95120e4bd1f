import type { Effect } from '../../core/effect.ts';
import type { Event } from '../../core/event.ts';
import { bug } from '../../core/net/failure.ts';
import { fail } from '../../core/base/result.ts';
import type { SaveResult } from '../../core/saving/order.ts';
import type { ArchiveSaver } from '../archive/archiveSaver.ts';
import type { Lazy } from '../lazy.ts';
import type { DeleteArchive } from '../storage/deleteArchive.ts';
import type { Vault } from '../storage/vault.ts';

/** What archives are saved with. */
export type SavingPorts = {
  archiveSaver: Lazy<ArchiveSaver>;
  deleteArchive: DeleteArchive;
  /** Asks its user for a folder; null where none was chosen. */
  askFolder: (suggested: string | null) => Promise<string | null>;
  vault: Pick<Vault, 'key'>;
  now: () => number;
  /** Something threw that should not. */
  failed: (error: unknown) => void;
};

type SavingEffect = Extract<
  Effect,
  { do: 'saveArchive' | 'stopSaving' | 'deleteArchives' | 'deletePart' | 'askFolder' }
>;

type Do<K extends SavingEffect['do']> = Extract<SavingEffect, { do: K }>;
type Dispatch = (event: Event) => void;

/** How far a save is, is told no more often: each time, icon and window are looked through. */
const telling = 1000;

/** Does what is to be done about archives on the disk. */
export function createSavings(ports: SavingPorts): {
  [K in SavingEffect['do']]: (effect: Do<K>, dispatch: Dispatch) => void;
} {
  const { archiveSaver, deleteArchive, vault, now, failed } = ports;
  let asking = false;

  /** There is always a result, good or bad: otherwise nothing more would be saved of its portal. */
  const save = async ({ order }: Do<'saveArchive'>, dispatch: Dispatch): Promise<SaveResult> => {
    const { portal, backup } = order;
    let told = -Infinity;
    try {
      const saver = await archiveSaver.get();
      return await saver.save(order, vault.key(portal), (progress) => {
        if (Math.abs(now() - told) < telling) return;
        told = now();
        dispatch({ type: 'saveProgress', portal, backup, progress });
      });
    } catch (error) {
      failed(error);
      return fail({ of: 'network', failure: bug });
    }
  };

  const deleteAll = async ({ folder, files }: Do<'deleteArchives'>): Promise<string[]> => {
    const gone = await Promise.all(
      files.map(async (one) => ((await deleteArchive(folder, one)) ? [one.file] : [])),
    );
    return gone.flat();
  };

  const deletePart = async (
    { portal, backup, folder }: Do<'deletePart'>,
    dispatch: Dispatch,
  ): Promise<void> => {
    const saver = await archiveSaver.get();
    const isGone = await saver.deletePart({ portal, backup, folder });
    if (isGone) dispatch({ type: 'partGone', portal, backup, folder });
  };

  /** While its user is being asked, asking once more does nothing. */
  const ask = async (
    { portal, backup, keep, suggested }: Do<'askFolder'>,
    dispatch: Dispatch,
  ): Promise<void> => {
    if (asking) return;
    asking = true;
    const folder = await ports.askFolder(suggested).finally(() => (asking = false));
    if (folder !== null) dispatch({ type: 'folderChosen', portal, backup, keep, folder });
  };

  return {
    saveArchive: (effect, dispatch) => {
      const { portal, backup } = effect.order;
      void save(effect, dispatch).then((result) => dispatch({ type: 'saveEnded', portal, backup, result }));
    },
    stopSaving: ({ portal, backup }) => archiveSaver.made()?.stop(portal, backup),
    deleteArchives: (effect, dispatch) => {
      const { portal } = effect;
      void deleteAll(effect).then((files) => dispatch({ type: 'archivesGone', portal, files }), failed);
    },
    deletePart: (effect, dispatch) => void deletePart(effect, dispatch).catch(failed),
    askFolder: (effect, dispatch) => void ask(effect, dispatch).catch(failed),
  };
}
