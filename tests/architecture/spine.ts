import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './source.ts';

/** A stop of a way through the code; `joints`: the files that join it to an earlier stop, where no import does. */
export type Stop = { file: string; joints: string[] };

/** `says`: how many stops it says that it has. `beside`: files and folders whose code runs at the same time without handing anything on. */
export type Way = { says: string; stops: Stop[]; beside: string[] };

const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');

/** A way as CONTRIBUTING shows it: numbered stops under its title, then what runs beside it. */
export function readWay(title: string): Way {
  const [, after = ''] = text.split(`**${title}**`);
  const [section = ''] = after.split(/\n\n(?:\*\*|## )/);
  const lines = section.split(/\n(?=\d+\. |\n)/);
  const stops = lines
    .filter((line) => /^\d+\. /.test(line))
    .map((line) => {
      const [file = '', ...joints] = filesIn(line);
      return { file, joints };
    });
  const beside = lines.filter((line) => line.startsWith('\nBeside')).join();
  const [, everywhere = ''] = /\n\n(Beside every way[^]*?)\n\n/.exec(text) ?? [];
  return { says: /\(.*\)/.exec(section)?.[0] ?? '', stops, beside: filesIn(everywhere + beside) };
}

function filesIn(line: string): string[] {
  return [...line.matchAll(/`(src\/[^`]+)`/g)].map(([, file = '']) => file);
}
