import { connectToX, wordOf, type XConnection, type XMessage } from './x11.ts';

// X Window System Protocol, "Protocol Encoding".
const internAtom = 16;
const getSelectionOwner = 23;
const changeWindowAttributes = 2;
const eventMask = 0x800;
const structureNotify = 0x20000;
const destroyNotify = 17;
const clientMessage = 33;

/**
 * Follows whether an X11 tray is there that takes embedded icons, as those of i3bar, tint2 and lxpanel do: it owns the
 * selection _NET_SYSTEM_TRAY_S0 (System Tray Protocol Specification). Where no tray takes the icon over D-Bus, Electron
 * gives it to this one, now or whenever it comes. Gives what ends it.
 */
export async function followEmbeddedTray(
  env: NodeJS.ProcessEnv,
  tell: (there: boolean) => void,
): Promise<() => void> {
  // An application that is itself on Wayland has no X11 icon.
  const x = env['XDG_SESSION_TYPE'] === 'wayland' ? null : await connectToX(env);
  if (x === null) {
    tell(false);
    return () => undefined;
  }
  let told: boolean | null = null;
  const look = async (): Promise<void> => {
    let owner = 0;
    let before: number;
    do {
      before = owner;
      owner = await selectionOwner(x);
      if (owner !== 0) hearOf(x, owner);
      // It may go before its events could be asked for.
    } while (owner !== before);
    if (told === (owner !== 0)) return;
    told = owner !== 0;
    tell(told);
  };
  x.onEvent(({ kind }) => {
    // A new owner says so on the root window with a message; one that goes has its window destroyed.
    if (kind === clientMessage || kind === destroyNotify) void look();
  });
  hearOf(x, x.root);
  await look();
  return x.close;
}

async function selectionOwner(x: XConnection): Promise<number> {
  const name = Buffer.from('_NET_SYSTEM_TRAY_S0');
  const head = Buffer.alloc(4);
  head.writeUInt16LE(name.length);
  const atom = idOf(await x.ask(internAtom, Buffer.concat([head, name])));
  return idOf(await x.ask(getSelectionOwner, wordOf(atom)));
}

/** Asks for the events of a window that say that it is destroyed, or that a message was sent to it. */
function hearOf(x: XConnection, window: number): void {
  x.say(changeWindowAttributes, Buffer.concat([wordOf(window), wordOf(eventMask), wordOf(structureNotify)]));
}

/** The atom or window of a reply; 0 where there is none. */
function idOf(reply: XMessage | null): number {
  return reply?.bytes.readUInt32LE(8) ?? 0;
}
