import type { Answer } from '../../contract/answer.ts';
import type { Looking } from './command.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import { printed, printingOf } from './output.ts';
import type { Answers, CommandPorts } from './ports.ts';
import { type Complaint, type End, takingFor } from './take.ts';

/** Prints what is answered, until the command has ended. */
export async function lookAt(command: Looking, answers: Answers, ports: CommandPorts): Promise<End> {
  const take = takingFor(command);
  const as = printingOf(command.json, ports.coloured);
  const limit = command.do === 'wait' ? command.timeout : null;
  return new Promise((resolve) => {
    if (limit !== null)
      ports.after(limit * 1000, () => resolve({ code: exitCodes.timeout, why: 'timedOut' }));
    const hear = (answer: Answer): boolean => {
      const { prints, end } = take(answer);
      if (prints) ports.write(printed(answer, as));
      if (end !== null) resolve(end);
      return end !== null;
    };
    void answers(hear).then((why) => resolve({ code: codes[why], why }));
  });
}

const codes: Record<Complaint, ExitCode> = {
  notRunning: exitCodes.notRunning,
  quit: exitCodes.notRunning,
  silent: exitCodes.notRunning,
  noSuchPortal: exitCodes.noSuchPortal,
  severalPortals: exitCodes.noSuchPortal,
  timedOut: exitCodes.timeout,
  unreadable: exitCodes.bug,
  noAccess: exitCodes.noAccess,
  address: exitCodes.usage,
  keyOnTerminal: exitCodes.usage,
  noKey: exitCodes.usage,
};
