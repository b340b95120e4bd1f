import { connectToX, wordOf } from './x11.ts';

// X Window System Protocol, "Protocol Encoding".
const queryPointer = 38;

/**
 * Where the pointer is, in pixels of the whole X screen; null where no X server tells. Electron does not know: it
 * answers with where the pointer was when it last crossed one of its own windows.
 */
export async function askPointer(env: NodeJS.ProcessEnv): Promise<{ x: number; y: number } | null> {
  // There an X server is for old programs, and may be started for this question alone.
  const x = env['XDG_SESSION_TYPE'] === 'wayland' ? null : await connectToX(env);
  const reply = await x?.ask(queryPointer, wordOf(x.root));
  x?.close();
  if (reply === undefined || reply === null) return null;
  return { x: reply.bytes.readInt16LE(16), y: reply.bytes.readInt16LE(18) };
}
