import { tmpdir } from 'node:os';

// electron-store asks the package `electron` for Electron. Outside of it that is a path, which nobody uses here; without
// this the package would try to download what it should lead to.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= tmpdir();
