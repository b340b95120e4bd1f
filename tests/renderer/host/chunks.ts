import type { Page } from 'playwright';

/** What draws the screens that are rarely opened. */
const chunks = ['connectingScreens', 'settingsScreen', 'historyScreen'];

/** Loads beforehand what is loaded when a screen is opened: tests press one button after the other, without a pause. */
export async function loadChunks(page: Page): Promise<void> {
  await page.evaluate(`Promise.all([${chunks.map((chunk) => `import("./${chunk}.js")`).join()}])`);
}
