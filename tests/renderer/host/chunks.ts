import type { Page } from 'playwright';

/** What draws that which is rarely opened. */
const chunks = ['connectingScreens', 'settingsScreen', 'historyScreen', 'portalQuestion', 'archiveLine'];

/** Loads beforehand what is loaded when it is opened: tests press one button after the other, without a pause. */
export async function loadChunks(page: Page): Promise<void> {
  await page.evaluate(`Promise.all([${chunks.map((chunk) => `import("./${chunk}.js")`).join()}])`);
}
