import type { AnnouncementId } from '../../../src/core/news/delivery.ts';
import type { Desktop } from '../../../src/main/desktop/desktop.ts';
import type { Luck } from '../luck.ts';
import type { SettlingClock } from '../world/settlingClock.ts';
import type { Carrier } from './carrier.ts';
import type { SaverParts, SavingSabotage } from './saver.ts';
import type { Witness } from './witness.ts';

/** What is on the disk: text, as the real files hold it; and the sealed keys. */
export type Disk = { settings: string; savedWatches: Map<string, string>; keys: unknown };

/** What the desktop does with a notification. */
export type Notifications = 'taken' | 'refused' | 'hung';

/** An application that does wrong, to see whether the judge notices. */
export type Sabotage = {
  /** What is really shown of what it wants to show. */
  shown?: (items: readonly AnnouncementId[]) => AnnouncementId[];
  /** How often it asks each question. */
  times?: number;
  /** It sends keys without encryption, for ever. */
  plainly?: boolean;
  saving?: SavingSabotage;
  /** It does not know that archives are to be saved. */
  savesNothing?: boolean;
};

export type Surroundings = {
  time: SettlingClock;
  disk: Disk;
  carrier: Carrier;
  witness: Witness;
  luck: Luck;
  notifications: () => Notifications;
  followKeyring: Desktop['followKeyring'];
  sabotage: Sabotage;
  saving: SavingSurroundings;
};

/** `folder`: what its user answers when they are asked for one; null: nothing. */
type SavingSurroundings = Pick<SaverParts, 'disk' | 'witness' | 'luck'> & { folder: () => string | null };
