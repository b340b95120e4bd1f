import { exitCodes } from './exitCodes.ts';
import { harmlessLine, printingOf } from './output.ts';
import type { CommandPorts } from './ports.ts';
import { talk } from './talk.ts';
import type { End } from './take.ts';

/** Prints how the portals of the Keepwatch that runs stand, in its own words; else, why not. */
export async function printStatus(json: boolean, ports: CommandPorts): Promise<End> {
  const as = printingOf(json, ports.coloured);
  const talked = await talk(ports, { version: 1, ask: 'status', as }, (line) => {
    ports.write(harmlessLine(line));
    return false;
  });
  return talked === 'answered'
    ? { code: exitCodes.done, why: null }
    : { code: exitCodes.notRunning, why: talked };
}
