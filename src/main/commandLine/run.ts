import { assertNever } from '../../core/base/result.ts';
import { type AskedCommand, type Looking, parseCommand, type WrongUsage } from './command.ts';
import { exitCodes, type ExitCode } from './exitCodes.ts';
import type { Answers, CommandPorts } from './ports.ts';

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
    case 'wait': {
      const { look } = await import('./look.ts');
      return look(command, await answersFor(command, ports), ports);
    }
    default:
      return assertNever(command);
  }
}

async function answersFor({ do: what, look: address }: Looking, ports: CommandPorts): Promise<Answers> {
  if (address !== null) return ports.lookAlone(address);
  const { askRunning } = await import('./ask.ts');
  return askRunning(what === 'status' ? 'status' : 'follow', ports.place, ports.user);
}

async function refuse(wrong: WrongUsage, ports: CommandPorts): Promise<ExitCode> {
  const { wrongUsage } = await import('./sentences.ts');
  ports.complain(wrongUsage(wrong));
  return exitCodes.usage;
}
