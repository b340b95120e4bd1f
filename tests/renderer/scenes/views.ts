import type { LabelName } from '../../../src/contract/labels.ts';
import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import * as connecting from './connecting.ts';
import * as history from './history.ts';
import * as portals from './portals.ts';
import * as saving from './saving.ts';

/** What a user does, or what the main process sends, on the way to a view. */
export type Step =
  | { press: LabelName; of?: string }
  | { type: string; into: 'address' | 'key' }
  | { show: Snapshot }
  | { runs: HistoryView }
  | { break: true };

/** Something the window can show, and how one gets there from a fresh window. */
export type View = { first: Snapshot; steps: Step[] };

function at(first: Snapshot, ...steps: Step[]): View {
  return { first, steps };
}

/** The form, filled in and sent, at what came of it. */
function adding(address: string, snapshot: Snapshot): View {
  return at(
    portals.firstStart(),
    { press: 'addPortal' },
    { type: address, into: 'address' },
    { type: connecting.typedKey, into: 'key' },
    { show: snapshot },
  );
}

/** The runs of Acme's portal. */
function runsOf(runs: HistoryView): View {
  return at(portals.oneRunning(), { press: 'history' }, { runs });
}

const host = 'acme.onlyoffice.com';
const misspelt = 'acme.onlyofice.com';
const internal = 'docs.kestrel.internal';
const open = 'http://192.168.1.20';

/** Every view of the window, by the names of the drawn design where it draws one. */
const makers = {
  'first-start': () => at(portals.firstStart()),
  one: () => at(portals.oneRunning()),
  'one-first-look': () => at(portals.oneFirstLook()),
  'one-finished': () => at(portals.oneFinished()),
  'one-finished-facts': () => at(portals.oneFinishedWithFacts()),
  'one-failed': () => at(portals.oneFailed()),
  'one-stuck': () => at(portals.oneStuck()),
  'one-offline': () => at(portals.oneOffline()),
  'one-paused': () => at(portals.onePaused()),
  'one-unencrypted': () => at(portals.oneUnencrypted(), { press: 'remove' }),
  'one-writable': () => at(portals.oneWritable()),
  'one-start': () => at(portals.oneWritable(), { press: 'backUpNow' }),
  'one-stop': () => at(portals.oneStoppable(), { press: 'stopBackup' }),
  'one-refused': () => at(portals.oneRefused()),
  'two-stop': () => at(portals.twoWritable(), { press: 'stopBackup', of: 'nordlicht' }),
  'one-saving': () => at(saving.oneSaving()),
  'one-saved': () => at(saving.oneSaved()),
  'one-interrupted': () => at(saving.oneInterrupted()),
  'two-saving': () => at(saving.twoSaving()),
  'two-saved': () => at(saving.twoSaved()),
  'two-damaged': () => at(saving.twoDamaged()),
  'two-hindered': () => at(saving.twoHindered()),
  'settings-saving': () => at(saving.twoSaved(), { press: 'settings' }),
  moved: () => at(portals.moved()),
  four: () => at(portals.fourPortals()),
  trouble: () => at(portals.trouble()),
  offline: () => at(portals.offline()),
  paused: () => at(portals.paused()),
  quiet: () => at(portals.calm()),
  calm: () => at(portals.calm(), { press: 'remove', of: 'kestrel' }),
  error: () => at(portals.calm(), { break: true }),
  add: () => at(portals.firstStart(), { press: 'addPortal' }),
  'add-checking': () => adding(host, connecting.checking(host)),
  'add-field': () => adding(misspelt, connecting.refusedAddress(misspelt)),
  'add-key': () => adding(host, connecting.refusedKey(host)),
  'add-refused': () => adding(host, connecting.refusedRight(host)),
  'add-http': () => adding(open, connecting.checking(open)),
  'add-other-host': () =>
    adding('docs.acme.example', connecting.otherHost('docs.acme.example', `https://${host}/`)),
  'add-consent': () => adding(internal, connecting.unknownCertificate(internal)),
  'add-connected': () => adding(host, connecting.connected(host, 'untilQuit')),
  'add-kept': () => adding(host, connecting.connected(host)),
  'add-standalone': () => adding(host, connecting.connected(host, 'sealed', true)),
  'add-minded': () => adding(open, connecting.minded(open)),
  'add-restoring': () => adding(host, connecting.restoring(host)),
  'change-key-unreached': () =>
    at(
      portals.trouble(),
      { press: 'changeKey', of: 'acme' },
      { show: portals.changingAcmesKey() },
      { type: connecting.typedKey, into: 'key' },
      { show: connecting.unreachedForAnotherKey(host) },
    ),
  'change-key': () =>
    at(portals.trouble(), { press: 'changeKey', of: 'acme' }, { show: portals.changingAcmesKey() }),
  certificate: () =>
    at(
      portals.certificateChanged(),
      { press: 'certificate', of: 'kestrel' },
      { show: portals.readingCertificate() },
      { show: portals.shownCertificate(connecting.certificate) },
    ),
  'certificate-changed': () => at(portals.certificateChanged()),
  settings: () => at(portals.calm(), { press: 'settings' }),
  'one-whole-server': () => at(portals.oneWholeServer()),
  'whole-servers': () => at(portals.wholeServers()),
  'settings-paused': () => at(portals.paused(), { press: 'settings' }),
  'settings-trusted': () => at(portals.trusting(), { press: 'settings' }),
  'settings-standalone': () => at(portals.wholeServers(), { press: 'settings' }),
  proxy: () => at(portals.behindProxies(), { press: 'settings' }),
  'proxy-entering': () =>
    at(
      portals.behindProxies(),
      { press: 'settings' },
      { press: 'enterPassword', of: 'http://proxy.kestrel.example:3128' },
    ),
  'proxy-asks': () => at(portals.behindProxies()),
  'history-none': () => runsOf(history.noRuns()),
  'history-one': () => runsOf(history.oneRun()),
  'history-three': () => runsOf(history.threeRuns()),
  'history-many': () => runsOf(history.manyRuns()),
  'history-running': () => runsOf(history.runningRun()),
  'history-uploading': () => runsOf(history.uploadingRun()),
  'history-failed': () => runsOf(history.failedRun()),
  'history-listed': () => runsOf(history.listedRuns()),
  'history-unpaid': () => runsOf(history.unpaidRuns()),
  rename: () => at(portals.calm(), { press: 'settings' }, { press: 'rename', of: 'nordlicht' }),
} satisfies Record<string, () => View>;

export type ViewName = keyof typeof makers;

export const viewNames = Object.keys(makers).filter(isViewName);

function isViewName(name: string): name is ViewName {
  return name in makers;
}

const made = new Map<ViewName, View>();

export function viewOf(name: ViewName): View {
  const view = made.get(name) ?? makers[name]();
  made.set(name, view);
  return view;
}
