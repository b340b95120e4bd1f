import { message } from '../message.ts';

/** What the command line says, beside what tray and window say too. */
export const commandLine = {
  'command.event': message<{ time: string; said: string }>('{time}  {said}'),
  'command.watchingAgain': message('Keepwatch: watching goes on'),
  'command.removed': message<{ portal: string }>('{portal}: is not watched any more'),
  'command.help': message(
    `Usage: keepwatch [COMMAND]

Watches ONLYOFFICE DocSpace backups from the tray. Without a command it starts.

  status                  how each portal stands
  wait PORTAL             waits for the portal’s next backup to end; the exit code says how
  follow                  a line for whatever happens, until it is stopped

Options:
  --json                  for scripts: JSON instead of sentences, one object a line
  --timeout TIME          for wait: give up after so many seconds (90), minutes (15m) or hours (3h)
  --portal ADDRESS        look at this portal without a running Keepwatch; its API key is read from standard input
  --help, --version

PORTAL is the portal’s name, its address or its host.

Exit codes of wait: 0 finished, 10 finished with gaps, 11 with a problem, 12 failed, 13 stopped, 14 outcome unknown.
Of all: 2 wrong usage, 3 Keepwatch does not run, 4 no such portal, 5 timed out, 6 the portal cannot be seen.
More in keepwatch(1).`,
  ),
  'command.usage': message('Run keepwatch --help for what there is.'),
  'command.wrong.none': message('Name a command: status, wait or follow.'),
  'command.wrong.word': message<{ word: string }>('Keepwatch knows no command {word}.'),
  'command.wrong.option': message<{ word: string }>(
    'The option {word} does not belong here, or lacks its value.',
  ),
  'command.wrong.timeout': message(
    'A timeout is a number of seconds, minutes or hours, such as 90, 15m or 3h.',
  ),
  'command.wrong.portal': message(
    'Name the portal to wait for: either PORTAL, or with --portal its address.',
  ),
  'command.notRunning': message(
    'Keepwatch does not run, or not for this user. Start it, or look at a portal with --portal.',
  ),
  'command.quit': message('Keepwatch was quit.'),
  'command.silent': message('Keepwatch runs, but does not answer. Try again; if it stays so, restart it.'),
  'command.noSuchPortal': message('No portal of this name is watched. keepwatch status lists them.'),
  'command.severalPortals': message('Several portals have this name. Give the address instead.'),
  'command.timedOut': message('No backup has ended in that time.'),
  'command.noAccess': message(
    'The portal’s backups cannot be seen, and waiting will not change that. keepwatch status with the same --portal says why.',
  ),
  'command.address': message('This is no address of a portal. Copy it from your browser’s address bar.'),
  'command.keyOnTerminal': message(
    'The API key is read from standard input, so that it stands in no command. Give it a file that only you can read: keepwatch status --portal ADDRESS < FILE',
  ),
  'command.noKey': message('Standard input holds no API key.'),
  'command.unreadable': message('What answers is not this version of Keepwatch. Restart Keepwatch.'),
};
