import { isDesktopInUse } from './setup/desktopInUse.mjs';
import { startPortal } from '../tests/support/docspace/portal/portal.ts';
import { runOnOwnDesktop } from './demo/ownDesktop.ts';
import { runOnPrivateDesktop } from './demo/privateDesktop.ts';

// `npm run demo`: the main job from a portal's key to the clicked notification, on a portal of our own.
const portal = await startPortal({ name: 'Acme Documents' });
try {
  const worked = isDesktopInUse() ? await runOnOwnDesktop(portal) : await runOnPrivateDesktop(portal);
  process.exitCode = worked ? 0 : 1;
} finally {
  await portal.close();
}
