import { assertNever, fail, type Result, succeed } from '../../core/base/result.ts';
import { judgeArchiveAnswer } from '../../core/saving/answer.ts';
import type { SaveFailure } from '../../core/saving/order.ts';
import { type Remainder, remainderOf } from '../../core/saving/part.ts';
import type { ArchivePlace, ArchiveSource } from '../network/archiveSource.ts';
import { fillPart } from './fillPart.ts';
import { createIntake, type IntakePorts, readPart, type TakenIn } from './intake.ts';
import type { PartFile } from './partFile.ts';

/** What an archive is received with. */
export type ReceivePorts = IntakePorts & {
  source: ArchiveSource;
  /** Epoch milliseconds. */
  now: () => number;
};

/** An archive that is in its part to the last byte. `takenUp`: some of it came in an earlier try. */
type Received = TakenIn & { takenUp: boolean };

/**
 * Receives what is missing of an archive, and reads all of it through. What is damaged after it was put together from
 * several tries may have been damaged here, by a power cut say: it is received once more before anybody hears of it.
 */
export async function receiveArchive(
  part: PartFile,
  place: ArchivePlace,
  ports: ReceivePorts,
): Promise<Result<Received, SaveFailure>> {
  const received = await receive(
    part,
    remainderOf({ ...part, name: part.path.replace(/\.part$/, '') }),
    place,
    ports,
  );
  const doubtful = received.ok && received.value.takenUp && received.value.contents === 'damaged';
  return doubtful ? receive(part, { ask: 'all' }, place, ports) : received;
}

async function receive(
  part: PartFile,
  remainder: Remainder,
  place: ArchivePlace,
  ports: ReceivePorts,
): Promise<Result<Received, SaveFailure>> {
  let intake = createIntake(ports);
  try {
    // Before anybody is asked: a server would not wait for it.
    if (remainder.ask !== 'all') await readPart(part, intake, ports);
    if (remainder.ask === 'nothing') return succeed({ ...(await intake.end()), takenUp: true });
    const rest = remainder.ask === 'rest' ? remainder : null;
    const asked = await ports.source(place, rest, ports.signal);
    if (!asked.ok) return fail({ of: 'network', failure: asked.reason });
    const { answer, bytes, close } = asked.value;
    try {
      const verdict = judgeArchiveAnswer(answer, rest, ports.now());
      switch (verdict.now) {
        case 'receive': {
          const { from, file } = verdict;
          if (intake.length() !== from) {
            intake.close();
            intake = createIntake(ports);
          }
          const failure = await fillPart(part, from, file, bytes(), intake, ports.tell);
          return failure === null ? succeed({ ...(await intake.end()), takenUp: from > 0 }) : fail(failure);
        }
        case 'finish':
          return succeed({ ...(await intake.end()), takenUp: true });
        case 'startAnew':
          close();
          return await receive(part, { ask: 'all' }, place, ports);
        case 'fail':
          return fail(verdict.failure);
        default:
          return assertNever(verdict);
      }
    } finally {
      close();
    }
  } finally {
    intake.close();
  }
}
