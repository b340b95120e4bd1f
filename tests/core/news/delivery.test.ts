import { describe, expect, test } from 'vitest';
import { announceStuck } from '../../../src/core/news/announcement.ts';
import { enter, type Ledger, newLedger } from '../../../src/core/news/ledger.ts';
import {
  announcementIdsOf,
  dropPortal,
  dropOver,
  newDelivery,
  nextDeliveryAt,
  retryRefused,
  markRefused,
  markShown,
  send,
  type Delivery,
  type NewsNotification,
} from '../../../src/core/news/delivery.ts';
import { newWatch, type Watch } from '../../../src/core/watch/watch.ts';
import { acme, globex, half, second, standstill, start } from '../../support/given.ts';

/** Watches with so much news to tell. */
function watchesWith(ofAcme: number, ofGlobex = 0): Watch[] {
  return [watchWith(acme, ofAcme), watchWith(globex, ofGlobex)];
}

function watchWith(portal: typeof acme, count: number): Watch {
  const jobs = Array.from({ length: count }, (_, index) =>
    announceStuck('portal', `${index}`, standstill, start),
  );
  return { ...newWatch(portal, start, half), ledger: jobs.reduce<Ledger>(enter, newLedger) };
}

function item(index: number, portal = 'acme') {
  return { portal, id: `portal ${index} stuck running 37` };
}

describe('what is shown at once', () => {
  test('nothing, where nothing is new', () => {
    expect(send(newDelivery, watchesWith(0), start)).toEqual({ delivery: newDelivery, notifications: [] });
  });

  test('up to three, one by one', () => {
    const { delivery, notifications } = send(newDelivery, watchesWith(2, 1), start);
    expect(notifications.map(({ kind }) => kind)).toEqual(['one', 'one', 'one']);
    expect(delivery.sent).toEqual([item(0), item(1), item(0, 'globex')]);
    expect(delivery.shownAt).toEqual([start, start, start]);
  });

  test('more than three as one that counts them and their portals', () => {
    const { delivery, notifications } = send(newDelivery, watchesWith(3, 1), start);
    const items = [item(0), item(1), item(2), item(0, 'globex')];
    expect(notifications).toEqual([{ kind: 'many', items, count: 4, portals: 2 }]);
    expect(delivery.sent).toEqual(items);
  });

  test('what is on its way is not shown again', () => {
    const { delivery } = send(newDelivery, watchesWith(2), start);
    expect(send(delivery, watchesWith(2), start + second).notifications).toEqual([]);
  });

  test('a fourth within 10 s is held back, and then comes together with what else has come', () => {
    const three = send(newDelivery, watchesWith(3), start).delivery;
    const held = send(three, watchesWith(4), start + 9 * second);
    expect(held).toEqual({ delivery: three, notifications: [] });
    expect(nextDeliveryAt(three, watchesWith(4), start + 9 * second)).toBe(start + 10 * second);
    expect(send(three, watchesWith(4), start + 10 * second).notifications).toHaveLength(1);
    expect(send(three, watchesWith(7), start + second).notifications).toMatchObject([{ kind: 'many' }]);
  });

  test('a crowd that comes one by one is three bubbles and one that grows, and counts all of them', () => {
    let delivery = newDelivery;
    const notifications: NewsNotification[] = [];
    const sends = (count: number, now: number): void => {
      const sent = send(delivery, watchesWith(count), now);
      delivery = markShown(sent.delivery, []);
      notifications.push(...sent.notifications);
    };
    for (let count = 1; count <= 60; count += 1) sends(count, start + count * 16);
    for (let wake = start + second; wake !== Infinity;) {
      wake = nextDeliveryAt(delivery, watchesWith(60), wake);
      if (wake !== Infinity) sends(60, wake);
    }
    expect(notifications.filter(({ kind }) => kind === 'one')).toHaveLength(3);
    expect(notifications.length).toBeLessThanOrEqual(6);
    const last = notifications.at(-1);
    expect(last?.kind === 'many' && last.count).toBe(57);
    // Each of them once, and none of them lost.
    const ids = notifications.flatMap(announcementIdsOf).map(({ id }) => id);
    expect([ids.length, new Set(ids).size]).toEqual([60, 60]);
    sends(61, start + 3600 * second);
    expect(notifications.at(-1)?.kind).toBe('one');
  });

  test('a bundle does not count a portal that was removed meanwhile', () => {
    const bundled = send(newDelivery, watchesWith(3, 3), start).delivery;
    const { notifications } = send(dropPortal(bundled, 'globex'), [watchWith(acme, 4)], start + 3 * second);
    expect(notifications).toMatchObject([{ kind: 'many', items: [item(3)], count: 4, portals: 1 }]);
  });

  test('a clock that was set back holds nothing back', () => {
    const three = send(newDelivery, watchesWith(3), start).delivery;
    expect(send(three, watchesWith(4), start - 3600 * second).notifications).toHaveLength(1);
  });

  test('nothing is to be come back for where nothing is held back', () => {
    const told = send(newDelivery, watchesWith(3), start).delivery;
    expect(nextDeliveryAt(told, watchesWith(3), start)).toBe(Infinity);
    expect(nextDeliveryAt(newDelivery, watchesWith(1), start)).toBe(Infinity);
  });
});

describe('what becomes of what was shown', () => {
  const watches = watchesWith(2, 1);
  const { delivery } = send(newDelivery, watches, start);

  test('what the desktop took is on its way no more', () => {
    expect(markShown(delivery, [item(0), item(0, 'globex')]).sent).toEqual([item(1)]);
  });

  test('what it refused becomes a line of the window', () => {
    const refused = markRefused(delivery, [item(1)], watches, start);
    expect(refused.sent).toEqual([item(0), item(0, 'globex')]);
    expect(refused.refused.map(({ portal, announcement }) => [portal.id, announcement.id])).toEqual([
      ['acme', 'portal 1 stuck running 37'],
    ]);
    expect(send(refused, watches, start + 60 * second).notifications).toEqual([]);
  });

  test('what it refused is tried again after five minutes, and stays a line until it is shown', () => {
    const refused = markRefused(delivery, [item(1)], watches, start);
    const at = nextDeliveryAt(refused, watches, start + second);
    expect(at).toBe(start + 300 * second);
    const again = send(refused, watches, at);
    expect(again.notifications).toMatchObject([{ kind: 'one', announcement: { id: item(1).id } }]);
    expect(again.delivery.refused).toEqual(refused.refused);
    expect(nextDeliveryAt(again.delivery, watches, at)).toBe(Infinity);
    const twice = markRefused(again.delivery, [item(1)], watches, at);
    expect([twice.refused.length, nextDeliveryAt(twice, watches, at)]).toEqual([1, at + 300 * second]);
    expect(markShown(again.delivery, [item(1)]).refused).toEqual([]);
    // A clock that was set back makes nobody wait for longer.
    expect(send(refused, watches, start - 3600 * second).notifications).toHaveLength(1);
  });

  test('what it took after all, too late, is no line any more', () => {
    const refused = markRefused(delivery, [item(0), item(1)], watches, start);
    const { sent, refused: lines } = markShown(refused, [item(1)]);
    expect(sent).toEqual([item(0, 'globex')]);
    expect(lines.map(({ announcement }) => announcement.id)).toEqual(['portal 0 stuck running 37']);
  });

  test('what it refused after it was seen in the window becomes none', () => {
    expect(markRefused(delivery, [item(1)], watchesWith(1), start).refused).toEqual([]);
  });

  test('a desktop that shows notifications again is offered them once more', () => {
    const refused = markRefused(delivery, [item(1)], watches, start);
    expect(send(retryRefused(refused), watches, start + 60 * second).notifications).toMatchObject([
      { kind: 'one', announcement: { id: 'portal 1 stuck running 37' } },
    ]);
  });

  test('lines that were seen go when the window closes, the others stay', () => {
    const refused = markRefused(delivery, [item(0), item(1)], watches, start);
    const [first, ...others] = watches;
    if (first === undefined) throw new Error('no watch');
    const seen = { ...first, ledger: { pending: first.ledger.pending.slice(1), told: [] } };
    expect(dropOver(refused, [seen, ...others]).refused).toEqual(refused.refused.slice(1));
    expect(dropOver(refused, others).refused).toEqual([]);
  });

  test('nothing is told of a portal that was removed', () => {
    const refused: Delivery = markRefused(delivery, [item(0), item(0, 'globex')], watches, start);
    const rest = dropPortal(refused, 'acme');
    expect(rest.sent).toEqual([]);
    expect(rest.refused.map(({ portal }) => portal.id)).toEqual(['globex']);
  });
});
