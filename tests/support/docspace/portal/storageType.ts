/** BackupStorageType of DocSpace server 3.7.2: integers on the wire, one name misspelt for good. */
export const storageTypes = {
  Documents: 0,
  ThridpartyDocuments: 1,
  CustomCloud: 2,
  Local: 3,
  DataStore: 4,
  ThirdPartyConsumer: 5,
} as const;

export type StorageType = keyof typeof storageTypes;

const names: StorageType[] = [
  'Documents',
  'ThridpartyDocuments',
  'CustomCloud',
  'Local',
  'DataStore',
  'ThirdPartyConsumer',
];

/** Reads a storage type from a request body, which takes the integer or the name; undefined for anything else. */
export function readStorageType(value: unknown): StorageType | undefined {
  return names.find((name) => name === value || storageTypes[name] === value);
}
