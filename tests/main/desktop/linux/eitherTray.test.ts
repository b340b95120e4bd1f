import { expect, onTestFinished, test } from 'vitest';
import type { TrayHost } from '../../../../src/main/desktop/desktop.ts';
import { followEitherTray } from '../../../../src/main/desktop/linux/eitherTray.ts';
import { followTrayHost } from '../../../../src/main/desktop/linux/trayHost.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { startEmbeddedTray } from '../../../support/desktop/embeddedTray.ts';
import { StatusNotifierHost } from '../../../support/desktop/statusNotifierHost.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { connectTo } from './buses.ts';

async function follow(desktop: Desktop, { bus = true } = {}): Promise<TrayHost[]> {
  const heard: TrayHost[] = [];
  const connection = bus ? await connectTo(desktop) : null;
  const end = await followEitherTray(
    desktop.env,
    (host) => heard.push(host),
    async (tell) =>
      connection === null ? tell('absent') : followTrayHost(connection, tell, () => () => undefined),
  );
  onTestFinished(end);
  return heard;
}

test('a tray that embeds X11 windows is told of where no other is', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const tray = await startEmbeddedTray(desktop);
  const heard = await follow(desktop);
  await waitFor('the tray', () => heard.length > 0);
  await tray.stop();
  await waitFor('its end', () => heard.length > 1);
  expect(heard).toEqual(['embedded', 'absent']);
});

test('also without a session bus', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const heard = await follow(desktop, { bus: false });
  await startEmbeddedTray(desktop);
  await waitFor('the tray', () => heard.length > 1);
  expect(heard).toEqual(['absent', 'embedded']);
});

test('one that takes icons over the session bus comes first', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const tray = await startEmbeddedTray(desktop);
  const host = await StatusNotifierHost.open(desktop);
  const heard = await follow(desktop);
  await waitFor('the host', () => heard.length > 0);
  await host.vanish();
  await waitFor('its end', () => heard.length > 1);
  await tray.stop();
  await waitFor('the end of the other', () => heard.length > 2);
  expect(heard).toEqual(['lacking', 'embedded', 'absent']);
});
