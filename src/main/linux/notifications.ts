import { Variant } from '@jellybrick/dbus-next';
import type { NoticeAction, NoticeText } from '../../present/notice.ts';
import type { Notices } from '../notices.ts';
import type { Bus, Target } from './bus.ts';

const name = 'org.freedesktop.Notifications';
const target: Target = { destination: name, path: '/org/freedesktop/Notifications', interface: name };
const urgencies = { low: 0, normal: 1, critical: 2 } as const;

/**
 * Notices over the desktop's own notification server (Desktop Notifications Specification 1.2). Electron's would
 * freeze the application for 25 s on a server that hangs, and knows neither buttons nor replacing on Linux.
 */
export function createNotifications(
  bus: Bus,
  identity: { desktopEntry: string; application: string; icon: string },
  act: (action: NoticeAction, activationToken: string | null) => void,
): Notices {
  const shown = new Map<string, { id: number; actions: NoticeAction[] }>();
  const tokens = new Map<number, string>();
  let capabilities: Promise<string[]> | null = null;

  const find = (id: unknown) => [...shown.values()].find((notice) => notice.id === id);

  void bus.listen(name, ({ member, body: [id, detail] }) => {
    if (member === 'ActivationToken' && typeof id === 'number' && typeof detail === 'string')
      tokens.set(id, detail);
    if (member === 'ActionInvoked' && typeof id === 'number') {
      const action = find(id)?.actions[actionIndex(detail)];
      if (action !== undefined) act(action, tokens.get(id) ?? null);
    }
    if (member === 'NotificationClosed' && typeof id === 'number') tokens.delete(id);
  });

  const ask = async (): Promise<string[]> => {
    const answer = await bus.call(target, 'GetCapabilities');
    const [list] = answer.ok ? answer.value : [];
    return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
  };

  return {
    show: async (text) => {
      const can = await (capabilities ??= ask());
      const actions = [text.click, ...text.buttons.map(({ action }) => action)];
      const answer = await bus.call(target, 'Notify', 'susssasa{sv}i', [
        identity.application,
        shown.get(text.tag)?.id ?? 0,
        identity.icon,
        text.title,
        can.includes('body-markup') ? escapeMarkup(text.body) : text.body,
        can.includes('actions') ? actionList(text) : [],
        {
          'desktop-entry': new Variant('s', identity.desktopEntry),
          urgency: new Variant('y', urgencies[text.urgency]),
        },
        -1,
      ]);
      const [id] = answer.ok ? answer.value : [];
      if (typeof id !== 'number') {
        capabilities = null; // another server may answer the next time
        return false;
      }
      shown.set(text.tag, { id, actions });
      return true;
    },
    follow: async (tell) =>
      bus.followName(name, (owner) => {
        capabilities = null;
        if (owner !== null) tell();
      }),
  };
}

/** Keys and labels in turn; the key of a button is its number, the click on the notice itself is "default". */
function actionList({ buttons }: NoticeText): string[] {
  return ['default', '', ...buttons.flatMap(({ label }, index) => [String(index + 1), label])];
}

function actionIndex(key: unknown): number {
  return key === 'default' ? 0 : Number(key);
}

/** Servers with body-markup read the body as markup, and a server's sentence is not ours. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
