import type { Page } from 'playwright';

const askers = /^(Remove|Back up now|Stop backup)\b/;

/** Presses a button. A question is drawn by a chunk of its own: it is there a moment after the button that asks it. */
export async function pressButton(page: Page, name: string, press: () => Promise<void>): Promise<void> {
  const question = page.locator('.confirmation');
  const asks = askers.test(name) && (await question.count()) === 0;
  await press();
  if (asks) await question.waitFor();
}
