import type { Question } from '../docspace/question.ts';
import { askIfDue } from '../watch/schedule.ts';
import type { Environment, Watch, WatchEvent, WatchStep } from '../watch/watch.ts';
import { stepWatch } from '../watch/stepWatch.ts';

/** What is to be asked now, and of which portal. */
export type DueQuery = {
  portal: string;
  origin: string;
  /** The one certificate that it may show, in PEM; null: what the system trusts. */
  certificate: string | null;
  question: Question;
  ticket: number;
};

export type PortalsStep = { watches: Watch[]; asks: DueQuery[] };

/** Takes an event to one portal. A portal that is not there any more has nobody to take it. */
export function toOne(
  watches: Watch[],
  id: string | null,
  event: WatchEvent,
  environment: Environment,
): PortalsStep {
  return route(watches, (watch) => (watch.portal.id === id ? stepWatch(watch, event, environment) : null));
}

/** Takes an event to every portal. */
export function toAll(watches: Watch[], event: WatchEvent, environment: Environment): PortalsStep {
  return route(watches, (watch) => stepWatch(watch, event, environment));
}

/** Lets every portal ask whose time has come. */
export function askDue(watches: Watch[], environment: Environment): PortalsStep {
  return route(watches, (watch) => askIfDue(watch, environment));
}

function route(watches: Watch[], step: (watch: Watch) => WatchStep | null): PortalsStep {
  const asks: DueQuery[] = [];
  const next = watches.map((before) => {
    const taken = step(before);
    const { watch, ask } = taken ?? { watch: before, ask: null };
    const { id, origin, certificate = null } = watch.portal;
    if (ask !== null) asks.push({ portal: id, origin, certificate, ...ask });
    return watch;
  });
  return { watches: next, asks };
}
