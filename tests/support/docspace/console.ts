import { cancel, fail, finish, freeze, start, status, vanish } from './consoleBackups.ts';
import type { Portal } from './portal/portal.ts';
import type { Scenario } from './portal/scenario.ts';
import { findScenarios, scenarios } from './portal/scenarios/index.ts';

/** One word that steers a portal by hand. It answers in words for people. */
type Command = { usage: string; says: string; run: (portal: Portal, rest: string) => string };

const commands = new Map<string, Command>([
  ['list', { usage: 'list', says: 'all scenarios', run: list }],
  ['play', { usage: 'play <scenario>', says: 'start over with a scenario, by name or number', run: play }],
  ['start', { usage: 'start [seconds]', says: 'start a backup that takes so long (30)', run: start }],
  ['finish', { usage: 'finish', says: 'the running backup succeeds now', run: finish }],
  ['fail', { usage: 'fail [message]', says: 'the running backup fails now', run: fail }],
  ['cancel', { usage: 'cancel', says: 'cancel the running backup, or clear a finished one', run: cancel }],
  ['vanish', { usage: 'vanish', says: 'the server forgets the running backup', run: vanish }],
  ['freeze', { usage: 'freeze', says: 'the running backup stands still for ever', run: freeze }],
  ['status', { usage: 'status', says: 'what getbackupprogress says now', run: status }],
  ['requests', { usage: 'requests', says: 'the last requests that came in', run: requests }],
  ['keys', { usage: 'keys', says: 'API keys of other kinds: expired, scoped, …', run: keys }],
  ['help', { usage: 'help', says: 'this list', run: help }],
  ['quit', { usage: 'quit', says: 'stop the portal', run: () => 'Goodbye.' }],
]);

/** True for the one command that the caller has to carry out. */
export function isFarewell(line: string): boolean {
  return line.trim().toLowerCase() === 'quit';
}

/** Does what a line says and returns the answer. */
export function obey(portal: Portal, line: string): string {
  const [word = '', ...rest] = line.trim().split(/\s+/);
  if (word === '') return '';
  const command = commands.get(word.toLowerCase());
  return command?.run(portal, rest.join(' ')) ?? `I do not know "${word}". Type help for what I know.`;
}

function list(): string {
  return scenarios.map(describe).join('\n');
}

function describe({ number, name, says }: Scenario): string {
  return column(`${number}`, 4) + column(name, 23) + says;
}

function play(portal: Portal, wanted: string): string {
  if (wanted === '') return 'Play which one? Type list to see them all.';
  const [scenario, ...others] = findScenarios(wanted);
  if (scenario === undefined) return `There is no scenario "${wanted}". Type list to see them all.`;
  if (others.length > 0) {
    return `"${wanted}" is one of: ${[scenario, ...others].map(({ name }) => name).join(', ')}.`;
  }
  portal.play(scenario);
  return `Playing ${scenario.name}. ${scenario.says}`;
}

function requests(portal: Portal): string {
  if (portal.requests.length === 0) return 'Nobody has asked yet.';
  const last = portal.requests.slice(-10).map(({ at, method, path, status }) => {
    return `${new Date(at).toLocaleTimeString('en-GB')}  ${status ?? '---'}  ${method} ${path}`;
  });
  return `${last.join('\n')}\n${portal.requests.length} in all.`;
}

function keys(portal: Portal): string {
  return Object.entries(portal.keys)
    .map(([kind, token]) => column(kind, 13) + token)
    .join('\n');
}

function help(): string {
  return [...commands.values()].map(({ usage, says }) => `  ${column(usage, 18)}${says}`).join('\n');
}

function column(text: string, width: number): string {
  return text.padEnd(width);
}
