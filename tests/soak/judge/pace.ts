import { hour, minute, second } from '../../../src/core/base/time.ts';
import type { Requests } from './figures.ts';

/** No portal is asked twice within this. */
export const closest = 2 * second;
/** The longest back-off is five minutes: awake and with a network, somebody is asked within this. */
const longestSilence = 7 * minute;

/** The last requests, by which the busiest span of a length is found. */
class Span {
  most = 0;
  readonly #length: number;
  #times: number[] = [];
  #first = 0;

  constructor(length: number) {
    this.#length = length;
  }

  note(now: number): void {
    this.#times.push(now);
    while ((this.#times[this.#first] ?? now) <= now - this.#length) this.#first += 1;
    this.most = Math.max(this.most, this.#times.length - this.#first);
    if (this.#first < 1000) return;
    this.#times = this.#times.slice(this.#first);
    this.#first = 0;
  }

  /** What was before counts no more. */
  begin(): void {
    this.#first = this.#times.length;
  }
}

type Hour = { index: number; requests: number; busy: boolean; looked: boolean };

/** The requests to one portal. */
class PortalPace {
  readonly second = new Span(second);
  readonly minute = new Span(minute);
  last: number | null = null;
  notBefore = 0;
  hour: Hour = { index: -1, requests: 0, busy: false, looked: false };
}

/** Judges how often the portals are asked. */
export class PaceJudge {
  readonly requests: Requests;
  readonly #portals = new Map<string, PortalPace>();
  readonly #second = new Span(second);
  readonly #minute = new Span(minute);
  readonly #flaw: (text: string) => void;
  /** The window is open and in front. */
  #looked = false;
  #heard: { at: number; watched: number } | null = null;

  constructor(requests: Requests, flaw: (text: string) => void) {
    this.requests = requests;
    this.#flaw = flaw;
  }

  asks(portal: string, now: number): void {
    const { requests } = this;
    const pace = this.#pace(portal);
    const entry = this.#hour(pace, now);
    requests.all += 1;
    entry.requests += 1;
    const gap = pace.last === null ? Infinity : now - pace.last;
    requests.shortestGap = Math.min(requests.shortestGap, gap);
    if (gap < closest) this.#flaw(`${portal} was asked again after ${Math.round(gap)} ms`);
    pace.last = now;
    if (now < pace.notBefore) {
      requests.untimely += 1;
      this.#flaw(
        `${portal} was asked ${Math.round((pace.notBefore - now) / second)} s before it allowed that`,
      );
    }
    pace.second.note(now);
    pace.minute.note(now);
    this.#second.note(now);
    this.#minute.note(now);
  }

  /**
   * An answer has come, or there was none. `watched`: the time in all that the portals were watched in, awake and with a
   * network. Where one of them had asked to be left alone its wait may be the longest of all.
   */
  hears(now: number, watched: number): void {
    const before = this.#heard ?? { at: now, watched };
    this.#heard = { at: now, watched };
    const silence = watched - before.watched;
    if (silence <= longestSilence) return;
    if ([...this.#portals.values()].some(({ notBefore }) => notBefore > before.at)) return;
    this.#flaw(`nobody was asked for ${Math.round(silence / minute)} min`);
  }

  /** A backup is known to be going on there, or something is in the way: no quiet hour. */
  busy(portal: string, now: number): void {
    this.#hour(this.#pace(portal), now).busy = true;
  }

  /** Somebody wants to know now: no quiet hour. */
  hurries(now: number): void {
    for (const pace of this.#portals.values()) this.#hour(pace, now).busy = true;
  }

  looks(looked: boolean, now: number): void {
    this.#looked = looked;
    for (const pace of this.#portals.values()) this.#hour(pace, now).looked ||= looked;
  }

  /** The portal said when it may be asked again. */
  forbids(portal: string, until: number): void {
    this.#pace(portal).notBefore = until;
  }

  /** The machine's clock was set: when a wait is over, which it counts by that clock, is anybody's guess now. */
  clockSet(): void {
    for (const pace of this.#portals.values()) pace.notBefore = 0;
  }

  /** Another life of the application, perhaps within the same second: it does not know when its last one asked. */
  restarts(now: number): void {
    this.#second.begin();
    this.#minute.begin();
    this.#heard = null;
    for (const pace of this.#portals.values()) {
      pace.second.begin();
      pace.minute.begin();
      pace.last = null;
      pace.notBefore = 0;
      this.#hour(pace, now).busy = true;
    }
  }

  /** The end: what is still being counted is counted. */
  close(): void {
    for (const pace of this.#portals.values()) {
      this.#closeHour(pace);
      this.requests.portalSecond = Math.max(this.requests.portalSecond, pace.second.most);
      this.requests.portalMinute = Math.max(this.requests.portalMinute, pace.minute.most);
    }
    this.requests.allSecond = this.#second.most;
    this.requests.allMinute = this.#minute.most;
  }

  #pace(portal: string): PortalPace {
    const known = this.#portals.get(portal);
    if (known !== undefined) return known;
    const pace = new PortalPace();
    this.#portals.set(portal, pace);
    return pace;
  }

  #hour(pace: PortalPace, now: number): Hour {
    const index = Math.floor(now / hour);
    if (pace.hour.index !== index) {
      this.#closeHour(pace);
      pace.hour = { index, requests: 0, busy: false, looked: this.#looked };
    }
    return pace.hour;
  }

  #closeHour({ hour: { index, requests: count, busy, looked } }: PortalPace): void {
    const { requests } = this;
    if (index < 0 || count === 0) return;
    requests.hours.set(count, (requests.hours.get(count) ?? 0) + 1);
    if (!looked) requests.aloneHour = Math.max(requests.aloneHour, count);
    if (!looked && !busy) requests.quietHour = Math.max(requests.quietHour, count);
  }
}
