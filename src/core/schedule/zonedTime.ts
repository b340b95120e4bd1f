import { day, second } from '../base/time.ts';

/**
 * Reckons between moments and the clock on the wall of a time zone. A wall time is written as the milliseconds that it
 * would be in UTC, so that it can be added to.
 */
export class ZonedTime {
  readonly #format: Intl.DateTimeFormat;

  /** `zone`: an IANA name that is known to exist. */
  constructor(zone: string) {
    // Swedes write dates as ISO 8601 does.
    this.#format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'medium',
    });
  }

  /** What the clock on the wall shows at a moment. */
  wallTime(at: number): number {
    return Date.parse(`${this.#format.format(at).replace(' ', 'T')}Z`);
  }

  /**
   * The first moment at which the clock on the wall shows this; on the night that leaves this hour out, the moment at
   * which it does. So the server reckons too: cron in the portal's time zone, compared with the wall time.
   */
  firstMoment(wall: number): number {
    const before = this.#offset(wall - day);
    const after = this.#offset(wall + day);
    const moments = [wall - before, wall - after].filter((at) => this.wallTime(at) === wall);
    return Math.min(...(moments.length > 0 ? moments : [wall - before]));
  }

  /** How far the clock on the wall is ahead of UTC. It shows no fractions of a second. */
  #offset(at: number): number {
    const whole = at - (at % second);
    return this.wallTime(whole) - whole;
  }
}
