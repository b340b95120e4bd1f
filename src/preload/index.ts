import { contextBridge, ipcRenderer } from 'electron';
import { commands, events, requests } from '../contract/channels.ts';
import type { Bridge } from '../contract/bridge.ts';

// All that the window can reach: one named function per channel, no Electron object and no event object.
const send =
  (channel: string) =>
  (input: object = {}): void =>
    ipcRenderer.send(channel, input);

const bridge: Bridge = {
  hello: async () => ipcRenderer.invoke(requests.hello, {}),
  onSnapshot: (hear) => {
    ipcRenderer.on(events.snapshot, (_event, snapshot) => hear(snapshot));
  },
  seen: send(commands.seen),
  hold: send(commands.hold),
  close: send(commands.close),
  checkNow: send(commands.checkNow),
  pause: send(commands.pause),
  resume: send(commands.resume),
  portalAction: send(commands.portalAction),
  rename: send(commands.rename),
  watchServer: send(commands.watchServer),
  remove: send(commands.remove),
  connectOpen: send(commands.connectOpen),
  certificateOpen: send(commands.certificateOpen),
  connectSubmit: send(commands.connectSubmit),
  connectAgree: send(commands.connectAgree),
  connectEdit: send(commands.connectEdit),
  proxySignIn: send(commands.proxySignIn),
  proxyForget: send(commands.proxyForget),
  setTheme: send(commands.setTheme),
  setStartAtLogin: send(commands.setStartAtLogin),
  saveDiagnostics: send(commands.saveDiagnostics),
};

contextBridge.exposeInMainWorld('keepwatch', bridge);
