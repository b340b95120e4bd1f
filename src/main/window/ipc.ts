import type { WebContents } from 'electron';
import { channelOf, type CommandName, commandNames } from '../../contract/channels.ts';
import { type CommandInputs, commandSchemas, nothing } from '../../contract/commands.ts';
import { type HistoryView, historyViewSchema } from '../../contract/historyView.ts';
import { type Snapshot, snapshotSchema } from '../../contract/snapshot.ts';
import { pageOrigin } from './protocol.ts';

/** What is done for each command of the window. */
export type CommandHandlers = { [Name in CommandName]: (input: CommandInputs[Name]) => void };

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

  const listen = <Name extends CommandName>(name: Name, handle: CommandHandlers[Name]): void => {
    const channel = channelOf(name);
    ipc.on(channel, (message, input) => {
      if (!isFromWindow(message, talk.window())) return refused(channel, 'sender');
      const read = commandSchemas[name].safeParse(input);
      return read.success ? handle(read.data) : refused(channel, 'payload');
    });
  };
  for (const name of commandNames) listen(name, handlers[name]);

  const hello = channelOf('hello');
  const refuse = (why: 'sender' | 'payload'): never => {
    refused(hello, why);
    throw new Error(`${hello}: refused`);
  };
  ipc.handle(hello, (message, input) => {
    if (!isFromWindow(message, talk.window())) return refuse('sender');
    return nothing.safeParse(input).success ? snapshotSchema.parse(talk.hello()) : refuse('payload');
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

/** Sends the runs that are looked at, as checked as a snapshot. */
export function sendHistory(window: Pick<WebContents, 'send'>, view: HistoryView): void {
  window.send(channelOf('history'), historyViewSchema.parse(view));
}

/** Sends a snapshot; what the schema does not know cannot leave. */
export function sendSnapshot(window: Pick<WebContents, 'send'>, snapshot: Snapshot): void {
  window.send(channelOf('snapshot'), snapshotSchema.parse(snapshot));
}
