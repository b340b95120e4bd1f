import { mayImport, roomOf } from './rooms.ts';
import { codeOf, importsOf, type Source } from './source.ts';

/** What is wrong with a file: a sentence each. */
export type Rule = (source: Source) => string[];

export const pointsInward: Rule = (source) => {
  const room = roomOf(source.path);
  if (room === undefined) return [`${source.path} is in no room`];
  return importsOf(source)
    .filter((found) => !mayImport(room, found))
    .map(({ from, typeOnly }) => `${source.path} imports ${typeOnly ? 'types of ' : ''}${from}`);
};

// What needs no import: a global of Node's, or Electron's own `net`, of which others may have the type.
const waysOut =
  /\b(fetch|WebSocket|EventSource|XMLHttpRequest|getBuiltinModule|createRequire)\b|\bnet\.request\b/;

export const staysOffline: Rule = ({ path, text }) =>
  waysOut.test(codeOf(text)) ? [`${path} reaches the network past src/main/network`] : [];

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
