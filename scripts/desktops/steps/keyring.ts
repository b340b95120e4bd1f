import { keyringPassword } from '../../../tests/support/desktop/keyring.ts';
import { type Step } from '../step.ts';

/**
 * The keyring is locked at first, and the window says so; once it is unlocked the key is sealed with it. Where the shell
 * asks for its password, since a key was to be kept, that is typed.
 */
export const keyringStep: Step = {
  name: 'keyring',
  limit: 30_000,
  run: async (visit) => {
    const page = await visit.openWindow();
    const note = page.getByText('Keys are kept only until you quit');
    await note.waitFor();
    await visit.photograph('8-locked');
    if (visit.running.prompts === true) {
      await visit.screen.type(keyringPassword);
      await visit.screen.press('Return');
    } else await visit.keyring.unlock();
    await note.waitFor({ state: 'detached' });
    return 'sealed once unlocked';
  },
};
