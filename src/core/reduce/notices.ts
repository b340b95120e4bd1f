import type { NoticeEvent } from '../event.ts';
import { markShown } from '../news/ledger.ts';
import { markVisibleSeen } from './visible.ts';
import type { State } from '../state.ts';
import { type AnnouncementId, retryDelivery, settleRefused, settleShown } from '../news/delivery.ts';
import { assertNever } from '../base/result.ts';

/** What became of the notices that were to be shown. */
export function settleNotices(state: State, event: NoticeEvent): State {
  const { delivery, watches } = state;
  switch (event.type) {
    case 'noticeShown':
      return {
        ...state,
        delivery: settleShown(delivery, event.items),
        watches: watches.map(tellOf(event.items)),
      };
    case 'noticeRefused':
      return { ...state, delivery: settleRefused(delivery, event.items, watches) };
    case 'noticesBack':
      return { ...state, delivery: retryDelivery(delivery) };
    case 'seen':
      return markVisibleSeen(state, event.visible);
    default:
      return assertNever(event);
  }
}

function tellOf(items: readonly AnnouncementId[]) {
  return (watch: State['watches'][number]): State['watches'][number] => {
    const ids = items.filter(({ portal }) => portal === watch.portal.id).map(({ id }) => id);
    return { ...watch, ledger: markShown(watch.ledger, ids) };
  };
}
