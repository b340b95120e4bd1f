import { tmpdir } from 'node:os';

// electron-store asks the package `electron` for Electron. Outside of it that is a path, which nobody uses here; without
// this the package would try to download what it should lead to. The tests that come after start the real one.
const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder ?? tmpdir();
await import('electron');
if (folder === undefined) delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
