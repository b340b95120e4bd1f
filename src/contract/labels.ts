import * as z from 'zod/mini';
import { text } from './values.ts';

/** The fixed words of the window, by what they name; what each says is in the catalogue, as `label.…`. */
export const labelNames = [
  'application',
  'portals',
  'addPortal',
  'pauseWatching',
  'resumeWatching',
  'settings',
  'back',
  'checkNow',
  'remove',
  'keep',
  'rename',
  'save',
  'portalName',
  'removalNext',
  'backupProgress',
  'welcomeTitle',
  'welcomeText',
  'welcomeKey',
  'address',
  'addressHint',
  'key',
  'keyHint',
  'checks',
  'connect',
  'connecting',
  'doNotConnect',
  'done',
  'changeKey',
  'openPortal',
  'wholeServer',
  'certificate',
  'readingCertificate',
  'fingerprint',
  'startAtLogin',
  'general',
  'theme',
  'themeSystem',
  'themeLight',
  'themeDark',
  'saveDiagnostics',
  'diagnosticsHint',
  'quit',
  'proxy',
  'proxyUser',
  'proxyPassword',
  'enterPassword',
  'changePassword',
  'forget',
  'errorTitle',
  'errorText',
  'reload',
] as const;

/** The fixed words as they go to the window: each, and no other. */
export const labelsSchema = z.record(z.enum(labelNames), text);

export type LabelName = (typeof labelNames)[number];
export type Labels = Record<LabelName, string>;
