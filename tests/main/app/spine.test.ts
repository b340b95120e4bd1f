import { expect, test } from 'vitest';
import { createTray } from '../../../src/main/desktop/tray.ts';
import { readWay, type Way } from '../../architecture/spine.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { hold } from '../../support/docspace/portal/misbehaviour/network.ts';
import { happyDataStore } from '../../support/docspace/portal/scenarios/endings.ts';
import { type CodeRun, followCode } from '../../support/main/codeRun.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { second } from '../../../src/core/base/time.ts';
import { SimulatedClock } from '../../support/time/simulatedClock.ts';
import { Assembled } from './assembled.ts';

// The ways that CONTRIBUTING shows, walked in the running main process: from where the window's page has sent something.

const answerToTooltip = readWay('From an HTTP answer to the tooltip');
const keyToDisk = readWay('From a typed key to the disk');
const checkToRequest = readWay('From "Check now" to the request');

function isIn(folders: readonly string[], file: string): boolean {
  return folders.some((folder) => file === folder || file.startsWith(`${folder.replace(/\/$/, '')}/`));
}

/** Only in Electron: its safeStorage has a stand-in here. */
const inElectron = 'src/main/storage/sealer.ts';

/** What says otherwise than CONTRIBUTING: stops of the main process whose code did not run, and code that is not named. */
function differences(ran: CodeRun, { stops, beside }: Way): { idle: string[]; unnamed: string[] } {
  const files = stops.map(({ file }) => file).filter((file) => file !== inElectron);
  const ofMain = files.filter((file) => !/^src\/(renderer|preload)\//.test(file));
  return {
    idle: ofMain.filter((file) => !ran.has(file)),
    unnamed: [...ran.keys()].filter((file) => !isIn([...files, ...beside], file)).toSorted(),
  };
}

test('key, wish and answer go the ways that CONTRIBUTING shows, and no others', async () => {
  const portal = await openPortal({}, new SimulatedClock(Date.now()));
  portal.play(happyDataStore);
  portal.clock.pass(10 * second);
  const application = await Assembled.open(temporaryFolder());
  const tooltips: string[] = [];
  const tray = createTray<string, number>(
    {
      create: () => ({
        setImage: () => undefined,
        setToolTip: (text) => tooltips.push(text),
        setContextMenu: () => undefined,
        destroy: () => undefined,
      }),
      load: (name) => name,
      buildMenu: () => 0,
      clicked: () => undefined,
      act: () => undefined,
    },
    { icon: 'idle', tooltip: '', menu: [] },
  );
  application.onTray = tray.show;
  const take = followCode();
  const tooltip = async (wanted: RegExp): Promise<string> =>
    waitFor('the tooltip', () => wanted.exec(tooltips.at(-1) ?? '')?.[0]);

  take();
  application.does('dispatch', { type: 'connectOpened', portal: null });
  application.does('connectSubmit', { address: portal.origin, key: portal.key });
  const before = await tooltip(/backing up \d+ %/);
  expect(differences(take(), keyToDisk).idle).toEqual([]);

  const letGo = portal.misbehave(hold());
  portal.clock.pass(5 * second);
  const asked = portal.requests.length;
  application.does('dispatch', { type: 'checkNow', portal: null });
  await waitFor('the request', () => portal.requests.length > asked);
  expect(differences(take(), checkToRequest)).toEqual({ idle: [], unnamed: [] });

  letGo();
  await waitFor('another tooltip', async () => (await tooltip(/backing up \d+ %/)) !== before);
  const ran = take();
  expect(differences(ran, answerToTooltip)).toEqual({ idle: [], unnamed: [] });
  // One status a portal, however many say it.
  expect(ran.get('src/core/status/statusOf.ts')?.get('statusOf')).toBe(
    ran.get('src/main/engine/presenter.ts')?.get('present'),
  );
});
