import { startPortal } from '../tests/support/docspace/portal/portal.ts';
import { runOnOwnDesktop } from './demo/ownDesktop.ts';
import { runOnPrivateDesktop } from './demo/privateDesktop.ts';

// `npm run demo`: the main job from a portal's key to the clicked notification, on a portal of our own.
const hasDesktop =
  process.platform !== 'linux' ||
  process.env['DISPLAY'] !== undefined ||
  process.env['WAYLAND_DISPLAY'] !== undefined;

const portal = await startPortal({ name: 'Acme Documents' });
try {
  const worked = hasDesktop ? await runOnOwnDesktop(portal) : await runOnPrivateDesktop(portal);
  process.exitCode = worked ? 0 : 1;
} finally {
  await portal.close();
}
