import { Message, MessageType } from '@jellybrick/dbus-next';
import { connect, incoming } from './connection.ts';
import { readNotification, serverName } from './notification.ts';
import type { ShownNotification } from './notificationServer.ts';

/** Hears what passes between applications and the notification server, whoever that is. */
export type NotificationListener = {
  /** A server took a notification; it is now on the screen. */
  onNotification?: (notification: ShownNotification) => void;
  /** The user clicked a notification ("default") or one of its buttons. */
  onAction?: (id: number, action: string) => void;
  /** A notification went away; the reason is numbered as in the specification. */
  onClosed?: (id: number, reason: number) => void;
};

const rules = [
  `type='method_call',interface='${serverName}',member='Notify'`,
  `type='signal',interface='${serverName}'`,
  `type='method_return'`,
  `type='error'`,
];

/** Watches the notifications on a session bus without taking part; the returned function ends it. */
export async function followNotifications(
  address: string,
  listener: NotificationListener,
): Promise<() => void> {
  const bus = await connect(address);
  // A monitor that sends anything, even an error in reply to a call it overheard, is thrown off the bus.
  bus.addMethodHandler(() => true);
  const monitor = new Monitor(listener);
  bus.on('message', (message) => monitor.hear(message));
  const target = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
  const become = { ...target, interface: 'org.freedesktop.DBus.Monitoring', member: 'BecomeMonitor' };
  await bus.call(new Message({ ...become, signature: 'asu', body: [rules, 0] }));
  return () => bus.disconnect();
}

/** Joins the calls of Notify with their answers: only the answer says under which number a notification is shown. */
class Monitor {
  readonly #listener: NotificationListener;
  readonly #asked = new Map<string, unknown[]>();

  constructor(listener: NotificationListener) {
    this.#listener = listener;
  }

  hear(message: Message): void {
    const { sender, destination, serial, replySerial, body } = message;
    if (message.type === MessageType.METHOD_CALL) this.#asked.set(`${sender} ${serial}`, body);
    else if (message.type === MessageType.SIGNAL) this.#hearSignal(message);
    else this.#hearAnswer(`${destination} ${replySerial}`, message);
  }

  #hearAnswer(question: string, { type, body }: Message): void {
    const asked = this.#asked.get(question);
    this.#asked.delete(question);
    if (!asked || type !== MessageType.METHOD_RETURN) return;
    this.#listener.onNotification?.({ ...readNotification(asked), id: Number(body[0]) });
  }

  #hearSignal(message: Message): void {
    const { member, body } = incoming(message);
    const id = Number(body[0]);
    if (member === 'ActionInvoked') this.#listener.onAction?.(id, String(body[1]));
    if (member === 'NotificationClosed') this.#listener.onClosed?.(id, Number(body[1]));
  }
}
