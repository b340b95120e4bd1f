import type { DeliveryEvent } from '../event.ts';
import { markTold } from '../news/ledger.ts';
import { markVisibleSeen } from './visible.ts';
import type { State } from '../state.ts';
import { type AnnouncementId, retryRefused, markRefused, markShown } from '../news/delivery.ts';
import type { Watch } from '../watch/watch.ts';
import { assertNever } from '../base/result.ts';

/** What became of the notifications that were to be shown. */
export function settleDelivery(state: State, event: DeliveryEvent, now: number): State {
  const { delivery, watches } = state;
  switch (event.type) {
    case 'notificationShown':
      return {
        ...state,
        delivery: markShown(delivery, event.items),
        watches: watches.map(tellOf(event.items)),
      };
    case 'notificationRefused':
      return { ...state, delivery: markRefused(delivery, event.items, watches, now) };
    case 'notificationsBack':
      return { ...state, delivery: retryRefused(delivery) };
    case 'seen':
      return markVisibleSeen(state, event.visible);
    default:
      return assertNever(event);
  }
}

function tellOf(items: readonly AnnouncementId[]) {
  return (watch: Watch): Watch => {
    const ids = items.filter(({ portal }) => portal === watch.portal.id).map(({ id }) => id);
    return ids.length === 0 ? watch : { ...watch, ledger: markTold(watch.ledger, ids) };
  };
}
