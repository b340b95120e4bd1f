import { codeOf, type Import, importsOf, type Source } from './source.ts';

/** What is wrong with a file: a sentence each. */
export type Rule = (source: Source) => string[];

/** A room, and what it may import: at run time, and as types that are gone by then. */
type Room = { folder: string; runs: RegExp; knows: RegExp };

const rooms: Room[] = [
  { folder: 'src/core/', runs: /^(src\/core\/|zod\/mini$)/, knows: /^(src\/core\/|zod\/mini$)/ },
  {
    folder: 'src/contract/',
    runs: /^(src\/contract\/|src\/core\/|zod\/mini$)/,
    knows: /^(src\/contract\/|src\/core\/|zod\/mini$)/,
  },
  {
    folder: 'src/present/',
    runs: /^(src\/present\/|src\/contract\/labels\.ts$|src\/core\/|intl-messageformat$)/,
    knows: /^src\/(present|contract|core)\//,
  },
  {
    folder: 'src/main/',
    runs: /^(src\/(main|present|contract|core)\/|(?!src\/|tests\/|scripts\/|preact|zod))/,
    knows: /^(src\/(main|present|contract|core)\/|(?!src\/|tests\/|scripts\/|preact))/,
  },
  {
    folder: 'src/preload/',
    runs: /^(src\/contract\/channels\.ts|electron)$/,
    knows: /^(src\/contract\/|electron$)/,
  },
  {
    folder: 'src/renderer/',
    runs: /^(src\/renderer\/|src\/contract\/channels\.ts$|preact($|\/))/,
    knows: /^(src\/renderer\/|src\/contract\/|preact($|\/))/,
  },
];

export const pointsInward: Rule = (source) => {
  const room = rooms.find(({ folder }) => source.path.startsWith(folder));
  if (room === undefined) return [`${source.path} is in no room`];
  return importsOf(source)
    .filter((found) => !mayImport(room, found))
    .map(({ from, typeOnly }) => `${source.path} imports ${typeOnly ? 'types of ' : ''}${from}`);
};

function mayImport({ runs, knows }: Room, { from, typeOnly }: Import): boolean {
  return runs.test(from) || (typeOnly && knows.test(from));
}

const impurities = {
  'the clock': /\bDate\.now\b|\bnew Date\(|\bperformance\b/,
  chance: /\bMath\.random\b|\bcrypto\b/,
  timers: /\b(setTimeout|setInterval|setImmediate|queueMicrotask)\b/,
  'the process': /\bprocess\b|\bglobalThis\b|\brequire\b|\bBuffer\b/,
  'the console': /\bconsole\b/,
  'the network': /\bfetch\b|\bWebSocket\b|\bXMLHttpRequest\b/,
  'the window': /\b(document|navigator|localStorage)\b/,
  'the zone of this machine': /\.(getTimezoneOffset|toLocale\w*String|getHours|getDate)\(/,
  asynchrony: /\basync\b|\bawait\b|\bPromise\b/,
};

export const isPure: Rule = ({ path, text }) => {
  if (!/^src\/(core|contract|present)\//.test(path)) return [];
  // The types of the bridge describe what others do.
  const code = path === 'src/contract/bridge.ts' ? '' : codeOf(text);
  return Object.entries(impurities)
    .filter(([, pattern]) => pattern.test(code))
    .map(([what]) => `${path} touches ${what}`);
};

export const isSmall: Rule = ({ path, text }) => {
  const most = path === 'src/main/index.ts' ? 120 : 250;
  const lines = text.split('\n').length - 1;
  return lines > most ? [`${path} has ${lines} lines`] : [];
};

const emptyNames = /util|helper|common|manager|service|misc|stuff/i;

export const isNamedWell: Rule = ({ path, text }) => {
  const exported = [...codeOf(text).matchAll(/\bexport (?:const|let|function|class|type|enum) (\w+)/g)];
  return [path, ...exported.map(([, name]) => `${path}: ${name}`)]
    .filter((name) => emptyNames.test(name.replace('serviceDown', '')))
    .map((name) => `${name} names nothing`);
};

export const isTyped: Rule = ({ path, text }) => {
  if (!/^src\/(core|contract|present)\//.test(path)) return [];
  const code = codeOf(text).replace(/^\s*(?:import|export) [^;]*?from ''/gm, '');
  const flaws = {
    'a cast': /\bas (?!const\b)/,
    any: /: any\b|<any\b|\bany\[\]/,
    'a non-null assertion': /[\w)\]]!(?![=])/,
  };
  return Object.entries(flaws)
    .filter(([, pattern]) => pattern.test(code))
    .map(([what]) => `${path} has ${what}`);
};
