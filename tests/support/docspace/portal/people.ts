/** Somebody with an account at the portal. */
export type Person = {
  id: string;
  displayName: string;
  email: string;
  password: string;
  role: 'owner' | 'administrator' | 'member';
};

export const administrator: Person = {
  id: '5a3f2b60-7c1d-4e8a-9b57-0d6a1f3c2e11',
  displayName: 'Ada Keeper',
  email: 'ada@acme.example',
  password: 'a quiet harbour',
  role: 'administrator',
};

export const owner: Person = {
  id: '0c9d7e14-3b52-4f6e-8a21-94be5d70c322',
  displayName: 'Otto Founder',
  email: 'otto@acme.example',
  password: 'a tall lighthouse',
  role: 'owner',
};

export const member: Person = {
  id: 'e17b48d3-62f0-4c95-b3a8-2f5c8d914a33',
  displayName: 'Mia Member',
  email: 'mia@acme.example',
  password: 'a small boat',
  role: 'member',
};

export const people = [administrator, owner, member];

/** Owner or DocSpace administrator: nobody else may see backups. */
export function mayManage(person: Person): boolean {
  return person.role !== 'member';
}
