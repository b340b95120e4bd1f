import { assertNever } from '../../core/base/result.ts';
import { type AskedCommand, type Looking, parseCommand, type WrongUsage } from './command.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import type { Answers, CommandPorts } from './ports.ts';
import { printStatus } from './status.ts';
import type { End } from './take.ts';

/** Does what the words say; the number that the command ends with. What is not needed for it is not loaded. */
export async function runWords(words: readonly string[], ports: CommandPorts): Promise<ExitCode> {
  const parsed = parseCommand(words);
  return parsed.ok ? run(parsed.value, ports) : refuse(parsed.reason, ports);
}

async function run(command: AskedCommand, ports: CommandPorts): Promise<ExitCode> {
  switch (command.do) {
    case 'help': {
      const { helpText } = await import('./sentences.ts');
      ports.write(helpText());
      return exitCodes.done;
    }
    case 'version':
      ports.write(`Keepwatch ${ports.version}\n`);
      return exitCodes.done;
    case 'status':
    case 'follow':
    case 'wait':
      return end(await look(command, ports), ports);
    default:
      return assertNever(command);
  }
}

async function look(command: Looking, ports: CommandPorts): Promise<End> {
  if (command.do === 'status' && command.look === null) return printStatus(command.json, ports);
  const { lookAt } = await import('./look.ts');
  return lookAt(command, await answersFor(command.look, ports), ports);
}

async function answersFor(address: string | null, ports: CommandPorts): Promise<Answers> {
  if (address !== null) return ports.lookAlone(address);
  const { followRunning } = await import('./ask.ts');
  return followRunning(ports);
}

async function end({ code, why }: End, ports: CommandPorts): Promise<ExitCode> {
  if (why === null) return code;
  const { complaint } = await import('./sentences.ts');
  ports.complain(complaint(why));
  return code;
}

async function refuse(wrong: WrongUsage, ports: CommandPorts): Promise<ExitCode> {
  const { wrongUsage } = await import('./sentences.ts');
  ports.complain(wrongUsage(wrong));
  return exitCodes.usage;
}
