import type { WebContents } from 'electron';
import type * as z from 'zod/mini';
import { type CommandName, commands, events, requests } from '../../contract/channels.ts';
import { type CommandInput, commandSchemas, eventSchemas, requestSchemas } from '../../contract/schemas.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { pageOrigin } from './protocol.ts';

/** What is done for each command of the window. */
export type CommandHandlers = { [Name in CommandName]: (input: CommandInput<Name>) => void };

/** What is looked at of a message before it is read. */
type Message = { sender: unknown; senderFrame: { url: string } | null };

/** What of Electron's ipcMain is used. */
export type Ipc = {
  on: (channel: string, hear: (message: Message, input: unknown) => void) => unknown;
  handle: (channel: string, answer: (message: Message, input: unknown) => unknown) => void;
};

export type WindowTalk = {
  /** The window that is listened to, or null while there is none. */
  window: () => { mainFrame: unknown } | null;
  handlers: CommandHandlers;
  hello: () => Snapshot;
  /** Something came that must not: logged by the name of its channel, and not done. */
  refused: (channel: string, why: 'sender' | 'payload') => void;
};

/** Listens to the window: only to the main frame of our own page, and only to what the schemas allow. */
export function listenToWindow(ipc: Ipc, talk: WindowTalk): void {
  const { handlers, refused } = talk;

  const listen = <Schema extends z.ZodMiniType>(
    channel: string,
    schema: Schema,
    handle: (input: z.output<Schema>) => void,
  ): void => {
    ipc.on(channel, (message, input) => {
      if (!isFromWindow(message, talk.window())) return refused(channel, 'sender');
      const read = schema.safeParse(input);
      return read.success ? handle(read.data) : refused(channel, 'payload');
    });
  };

  listen(commands.seen, commandSchemas.seen, handlers.seen);
  listen(commands.hold, commandSchemas.hold, handlers.hold);
  listen(commands.close, commandSchemas.close, handlers.close);
  listen(commands.checkNow, commandSchemas.checkNow, handlers.checkNow);
  listen(commands.pause, commandSchemas.pause, handlers.pause);
  listen(commands.resume, commandSchemas.resume, handlers.resume);
  listen(commands.portalAction, commandSchemas.portalAction, handlers.portalAction);
  listen(commands.rename, commandSchemas.rename, handlers.rename);
  listen(commands.watchServer, commandSchemas.watchServer, handlers.watchServer);
  listen(commands.remove, commandSchemas.remove, handlers.remove);
  listen(commands.connectOpen, commandSchemas.connectOpen, handlers.connectOpen);
  listen(commands.certificateOpen, commandSchemas.certificateOpen, handlers.certificateOpen);
  listen(commands.connectSubmit, commandSchemas.connectSubmit, handlers.connectSubmit);
  listen(commands.connectAgree, commandSchemas.connectAgree, handlers.connectAgree);
  listen(commands.connectEdit, commandSchemas.connectEdit, handlers.connectEdit);
  listen(commands.proxySignIn, commandSchemas.proxySignIn, handlers.proxySignIn);
  listen(commands.proxyForget, commandSchemas.proxyForget, handlers.proxyForget);
  listen(commands.setTheme, commandSchemas.setTheme, handlers.setTheme);
  listen(commands.setStartAtLogin, commandSchemas.setStartAtLogin, handlers.setStartAtLogin);
  listen(commands.saveDiagnostics, commandSchemas.saveDiagnostics, handlers.saveDiagnostics);

  ipc.handle(requests.hello, (message, input) => {
    if (!isFromWindow(message, talk.window())) return refuse(refused, requests.hello, 'sender');
    if (!requestSchemas.hello.input.safeParse(input).success)
      return refuse(refused, requests.hello, 'payload');
    return requestSchemas.hello.output.parse(talk.hello());
  });
}

/** Electron's security checklist, item 17. */
function isFromWindow({ sender, senderFrame }: Message, window: { mainFrame: unknown } | null): boolean {
  return (
    window !== null &&
    sender === window &&
    senderFrame !== null &&
    senderFrame === window.mainFrame &&
    senderFrame.url.startsWith(`${pageOrigin}/`)
  );
}

function refuse(refused: WindowTalk['refused'], channel: string, why: 'sender' | 'payload'): never {
  refused(channel, why);
  throw new Error(`${channel}: refused`);
}

/** Sends a snapshot; what the schema does not know cannot leave. */
export function sendSnapshot(window: Pick<WebContents, 'send'>, snapshot: Snapshot): void {
  window.send(events.snapshot, eventSchemas.snapshot.parse(snapshot));
}
