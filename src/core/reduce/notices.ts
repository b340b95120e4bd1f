import type { NoticeEvent } from '../event.ts';
import { markShown } from '../news/ledger.ts';
import { seeSight } from './visible.ts';
import type { State } from '../state.ts';
import { type Item, retryTelling, settleRefused, settleShown } from '../news/delivery.ts';
import { never } from '../base/result.ts';

/** What became of the notices that were to be shown. */
export function settleNotices(state: State, event: NoticeEvent): State {
  const { telling, watches } = state;
  switch (event.type) {
    case 'noticeShown':
      return {
        ...state,
        telling: settleShown(telling, event.items),
        watches: watches.map(tellOf(event.items)),
      };
    case 'noticeRefused':
      return { ...state, telling: settleRefused(telling, event.items, watches) };
    case 'noticesBack':
      return { ...state, telling: retryTelling(telling) };
    case 'seen':
      return seeSight(state, event.sight);
    default:
      return never(event);
  }
}

function tellOf(items: readonly Item[]) {
  return (watch: State['watches'][number]): State['watches'][number] => {
    const ids = items.filter(({ portal }) => portal === watch.portal.id).map(({ id }) => id);
    return { ...watch, ledger: markShown(watch.ledger, ids) };
  };
}
