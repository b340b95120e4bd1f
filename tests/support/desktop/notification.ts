import { z } from 'zod';
import { plain } from './plain.ts';

/** The bus name, and the interface, of every desktop's notification server. */
export const serverName = 'org.freedesktop.Notifications';
/** Where it is. */
export const serverPath = '/org/freedesktop/Notifications';

/** A notification as an application asked for it. */
export type AskedNotification = {
  appName: string;
  /** The notification this one takes the place of; 0 for none. */
  replacesId: number;
  icon: string;
  summary: string;
  body: string;
  /** The words of each button by its name; "default" is a click on the notification itself. */
  actions: Record<string, string>;
  hints: Record<string, unknown>;
  /** In milliseconds; -1: as the server likes, 0: never. */
  expire: number;
};

const words = z.string();
const parts = z.tuple([
  words,
  z.number(),
  words,
  words,
  words,
  z.array(words),
  z.record(words, z.unknown()),
  z.number(),
]);

/** Reads the arguments of a call of Notify. */
export function readNotification(body: unknown[]): AskedNotification {
  const [appName, replacesId, icon, summary, text, actions, hints, expire] = parts.parse(plain(body));
  return { appName, replacesId, icon, summary, body: text, actions: inPairs(actions), hints, expire };
}

function inPairs(names: string[]): Record<string, string> {
  const pairs = names.flatMap((name, at) => (at % 2 === 0 ? [[name, names[at + 1] ?? '']] : []));
  return Object.fromEntries(pairs);
}
