import type { Question } from '../../../src/core/docspace/question.ts';
import type { State } from '../../../src/core/state.ts';
import type { AnnouncementId } from '../../../src/core/news/delivery.ts';
import type { Delivery } from './carrier.ts';

/** Somebody who stands beside the application and notes what it asks, what it is answered, and what it tells. */
export type Witness = {
  asks: (portal: string, question: Question) => void;
  /**
   * An answer is about to be taken in, which came to the machine at that true time: before it slept, perhaps. The returned
   * function confirms that the application lived through that.
   */
  hears: (portal: string, question: Question, delivery: Delivery, cameAt: number) => () => void;
  /** The user is told, by a notification on the screen or by a line in the window that was looked at. */
  tells: (items: readonly AnnouncementId[], state: State, how: 'notification' | 'window') => void;
  /** That it was told is on the disk. */
  settles: (items: readonly AnnouncementId[]) => void;
  /** It was killed, or quit. */
  ends: () => void;
  /** It was heard, and lived through, that the portal is at https now. */
  moves: (portal: string) => void;
  /** A key of the portal is sent without encryption. */
  leaks: (portal: string) => void;
  /** The portal got another key, which was taken. */
  renews: (portal: string) => void;
  /** The user used the link of a backup: there is nothing left to tell of it. */
  uses: (task: string) => void;
};
