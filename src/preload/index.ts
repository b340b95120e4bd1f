import { contextBridge, ipcRenderer } from 'electron';
import { channelOf, type CommandName, commandNames, recordOf } from '../contract/channels.ts';
import type { Bridge } from '../contract/bridge.ts';

// All that the window can reach: one named function per channel, no Electron object and no event object.
const sendOf =
  (name: CommandName) =>
  (input: object = {}): void =>
    ipcRenderer.send(channelOf(name), input);

const bridge: Bridge = {
  hello: async () => ipcRenderer.invoke(channelOf('hello'), {}),
  onSnapshot: (hear) => {
    ipcRenderer.on(channelOf('snapshot'), (_event, snapshot) => hear(snapshot));
  },
  onHistory: (hear) => {
    ipcRenderer.removeAllListeners(channelOf('history'));
    ipcRenderer.on(channelOf('history'), (_event, view) => hear(view));
  },
  ...recordOf(commandNames, sendOf),
};

contextBridge.exposeInMainWorld('keepwatch', bridge);
