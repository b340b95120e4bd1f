import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

/** The switches inside an Electron executable as Electron itself ships them. */
export const STOCK_FUSES = {
  [FuseV1Options.RunAsNode]: true,
  [FuseV1Options.EnableCookieEncryption]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: false,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: true,
};

/**
 * Sets them in an executable.
 * @param {string} executable
 */
export async function restoreStockFuses(executable) {
  await flipFuses(executable, { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...STOCK_FUSES });
}
