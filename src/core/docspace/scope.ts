/**
 * Which of the two jobs a portal can have: its own backup, or the dump of the whole server (`Dump=true`, standalone
 * servers only; another job, another schedule, another history).
 */
export type Scope = 'portal' | 'server';
