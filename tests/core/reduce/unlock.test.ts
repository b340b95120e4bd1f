import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.ts';
import type { KeyringState } from '../../../src/core/state.ts';
import { acme } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

const submitted: Event = { type: 'connectSubmitted', address: 'new.example', keyKind: 'apiKey' };

/** How often the keyring is asked to unlock when this happens while it is in a state. */
function asks(keyring: KeyringState, ...events: Event[]): number {
  const story = new Story([acme]);
  const before = story.shell.does({ type: 'application', facts: { keyring } });
  const effects = [...before, ...events.flatMap((event) => story.shell.does(event))];
  return effects.filter((effect) => effect.do === 'unlockKeyring').length;
}

describe('the keyring is asked to unlock', () => {
  test('when somebody asks for it, whatever is known of it', () => {
    for (const keyring of ['open', 'locked', 'silent', 'withoutDefault', 'absent'] as const)
      expect(asks(keyring, { type: 'unlockKeyring' })).toBe(1);
  });

  test('when a key is about to be kept and it is locked; one that is missing is not made unasked', () => {
    const opened: Event = { type: 'connectOpened', portal: null };
    expect(asks('locked', opened, submitted)).toBe(1);
    for (const keyring of ['open', 'silent', 'withoutDefault', 'absent'] as const)
      expect(asks(keyring, opened, submitted)).toBe(0);
  });

  test('never by itself: not at a start, when it locks, when the window opens or a form is opened', () => {
    const quiet: Event[] = [
      { type: 'time' },
      { type: 'windowOpened' },
      { type: 'connectOpened', portal: null },
      { type: 'checkNow', portal: null },
    ];
    expect(asks('locked', ...quiet)).toBe(0);
  });
});
