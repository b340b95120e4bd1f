/** Runs of Vitest's that go on beside each other. Each runs its projects (see vitest.config.ts) one after the other. */
export const testRuns = [
  // These mostly wait, for desktops and applications.
  { title: 'tests on desktops', projects: ['desktop', 'package'], workers: 2 },
  // These keep the processor at work.
  { title: 'other tests', projects: ['pure', 'main', 'alone', 'renderer'], workers: 2 },
];

/** What is measured, once nothing else runs. */
export const lastRun = { title: 'what is measured', projects: ['measured'], workers: 1 };
