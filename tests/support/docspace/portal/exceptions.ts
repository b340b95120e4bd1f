import type { Exception } from './envelope.ts';

// The texts are made up or one word long; a client must not look at them, since they are localised.
// Types and numbers are those of .NET.
const security = { type: 'System.Security.SecurityException', hresult: -2146233078 };
const argument = { type: 'System.ArgumentException', hresult: -2147024809 };
const plain = { type: 'System.Exception', hresult: -2146233088 };

export const accessDenied: Exception = { ...security, message: 'Access denied' };
export const wrongFolderType: Exception = { ...argument, message: 'wrong folder type' };
export const wrongPeriod: Exception = { ...argument, message: 'from is later than to' };
export const noKeyGiven: Exception = { ...argument, message: 'startIndex' };
export const noFilePath: Exception = {
  message: "The given key 'filePath' was not present in the dictionary.",
  type: 'System.Collections.Generic.KeyNotFoundException',
  hresult: -2146232969,
};
export const localRefused: Exception = { ...plain, message: 'Access denied' };
/** The lock that all portals of an installation share was not to be had in time: passes by itself. */
export const lockTimeout: Exception = { ...plain, message: 'The lock lock_backup was not acquired in time.' };

/** 402: the free backups of the month are used up. */
export const quotaExceeded: Exception = {
  ...plain,
  type: 'ASC.Core.Billing.BillingException',
  message: 'The number of free backups should not exceed 2 within a month',
};

/** What a job that stands in the way with an error makes of the next start. */
export function fault(message: string): Exception {
  return { ...plain, type: 'System.ServiceModel.FaultException', message };
}
