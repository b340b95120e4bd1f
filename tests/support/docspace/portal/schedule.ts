import type { StorageType } from './storageType.ts';

/** The portal's own backup schedule, as people think of it. */
export type Schedule = {
  storage: StorageType;
  period: 'EveryDay' | 'EveryWeek' | 'EveryMonth';
  /** 0 to 23, in the portal's time zone. */
  hour: number;
  /** 0 daily; 1 to 7 weekly, Sunday first; 1 to 31 monthly. */
  day: number;
  /** Absent: unlimited. */
  copiesKept?: number;
  /** When it last fired, which is not when it last succeeded; absent: never. */
  firedAt?: number;
};

export const periods = { EveryDay: 0, EveryWeek: 1, EveryMonth: 2 } as const;
