import type { Words } from '../../present/i18n/i18n.ts';
import type { Clock } from '../clock.ts';
import type { Place } from './place.ts';
import { openServer, type CommandServer } from './server.ts';
import { createAnswerSource, type Followed } from './source.ts';

/** Lets the command line ask the Keepwatch that runs. */
export async function serveCommandLine(
  watched: Followed,
  words: Words,
  clock: Pick<Clock, 'wall'>,
  place: Place,
  failed: (error: unknown) => void,
): Promise<CommandServer> {
  return openServer(place, { ...createAnswerSource(watched, words, clock.wall), failed });
}
