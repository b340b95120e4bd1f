import type { Answer, AnswerLine } from '../../contract/answer.ts';
import type { WatchFacts, Happening } from '../../contract/facts.ts';
import type { State } from '../../core/state.ts';
import { statusOf } from '../../core/status/statusOf.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Watch } from '../../core/watch/watch.ts';
import type { Words } from '../i18n/i18n.ts';
import { glyphOf, glyphOfOutcome } from '../portal/glyph.ts';
import { nameOf, scopeOf } from '../portal/name.ts';
import { reasonOf } from '../portal/reason.ts';
import { savingOf } from '../portal/saving.ts';
import { linePhrase } from '../portal/statusPhrase.ts';
import { conditionLine } from '../tray.ts';

type Events = Extract<Answer, { is: 'event' }>;

/** How all portals stand: for scripts, and in words. */
export function statusAnswer(facts: WatchFacts, state: State, words: Words, now: number): Answer {
  const condition = conditionLine(state, words, now);
  const lines = state.watches.flatMap((watch) => portalLines(watch, words, now));
  const none: AnswerLine[] = lines.length > 0 ? [] : [{ tone: 'calm', text: words.say('menu.none') }];
  const first: AnswerLine[] = condition === null ? [] : [{ tone: 'warn', text: condition }];
  return { is: 'status', facts, lines: [...first, ...lines, ...none] };
}

/** One thing that has happened: for scripts, and in words. */
export function eventAnswer(facts: Happening, state: State, words: Words, now: number): Events {
  const { tone, text: said } = eventLine(facts, state, words, now);
  return {
    is: 'event',
    facts,
    lines: [{ tone, text: words.say('command.event', { time: words.clock(now), said }) }],
  };
}

/** Its state in a line; under it, where the state does not say it all, why it is so and what to do. */
function portalLines(watch: Watch, words: Words, now: number): AnswerLine[] {
  const status = statusOf(watch, now);
  const why = reasonOf(status, words, now);
  const saving = savingOf(watch, status, words, now);
  const said = [why?.reason, why?.next, saving?.text, saving?.detail, saving?.next];
  const more = said.filter((text) => typeof text === 'string');
  return [
    stateLine(watch, status, words, now),
    ...more.map((text) => ({ tone: 'calm' as const, text: `  ${text}` })),
  ];
}

function stateLine({ portal }: Watch, status: PortalStatus, words: Words, now: number): AnswerLine {
  const state = linePhrase(status, words, now);
  const name = nameOf(portal.name, scopeOf(status), words);
  return { tone: glyphOf(status).tone, text: words.say('line.portal', { portal: name, state }) };
}

function eventLine(
  { event, portal, scope, backup, outcome }: Happening,
  state: State,
  words: Words,
  now: number,
): AnswerLine {
  const { say } = words;
  if (portal === null) {
    return { tone: 'calm', text: conditionLine(state, words, now) ?? say('command.watchingAgain') };
  }
  const name = nameOf(portal.name, scope, words);
  const watch = state.watches.find((one) => one.portal.id === portal.id);
  if (event === 'removed' || watch === undefined)
    return { tone: 'calm', text: say('command.removed', { portal: portal.name }) };
  const status = statusOf(watch, now);
  if (event === 'saved') {
    const damaged = portal.archives.some((one) => one.backup === backup && !one.readable);
    const state = say(damaged ? 'inline.archiveDamaged' : 'inline.archiveSaved');
    return { tone: damaged ? 'danger' : 'accent', text: say('line.portal', { portal: name, state }) };
  }
  if (event !== 'ended' || outcome === null) return stateLine(watch, status, words, now);
  // Its portal may stand otherwise by now: the next backup runs, or the other one of its two.
  const text = say('line.portal', { portal: name, state: say(`inline.${outcome}`) });
  return { tone: glyphOfOutcome(outcome).tone, text };
}
