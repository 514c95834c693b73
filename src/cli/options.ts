import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { BadInput } from '../numeric/bad-input.js';
import { nearestWord } from '../quantum/nearest-word.js';

/** What a command accepts: options without and with a value, and how many plain arguments, by the name that its usage gives them. */
export interface Accepted<Flag extends string, Value extends string> {
  readonly command: string;
  readonly flags: readonly Flag[];
  readonly values: readonly Value[];
  readonly operands: { readonly name: string; readonly min: number; readonly max: number };
}

export interface Arguments<Flag extends string, Value extends string> {
  readonly flags: Readonly<Record<Flag, boolean>>;
  readonly values: Readonly<Record<Value, string | undefined>>;
  readonly operands: readonly string[];
}

/** The arguments of one command. An option given twice takes its last value; `--` ends the options; `-` is a plain argument. */
export function readArguments<Flag extends string, Value extends string>(
  argv: readonly string[],
  accepted: Accepted<Flag, Value>,
): Arguments<Flag, Value> {
  const help = `"kasym ${accepted.command} --help" shows the usage`;
  const known = new Map<string, 'boolean' | 'string'>([
    ...accepted.flags.map((name) => [name, 'boolean'] as const),
    ...accepted.values.map((name) => [name, 'string'] as const),
  ]);
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries([...known].map(([name, type]) => [name, { type }])),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const flags = Object.fromEntries(accepted.flags.map((name) => [name, false])) as Record<Flag, boolean>;
  const values = Object.fromEntries(accepted.values.map((name) => [name, undefined])) as Record<
    Value,
    string | undefined
  >;
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const type = known.get(token.name);
    if (type === undefined) {
      const near = nearestWord(token.name, [...known.keys()]);
      throw new BadInput(`${token.rawName}: unknown option; ${near === null ? help : `did you mean --${near}?`}`);
    }
    if (type === 'boolean') {
      if (token.value !== undefined) {
        throw new BadInput(`${token.rawName}: expected no value, got ${JSON.stringify(token.value)}`);
      }
      flags[token.name as Flag] = true;
    } else {
      if (token.value === undefined) throw new BadInput(`${token.rawName}: expected a value; ${help}`);
      values[token.name as Value] = token.value;
    }
  }
  const { name, min, max } = accepted.operands;
  if (operands.length < min) throw new BadInput(`${accepted.command}: expected ${name}; ${help}`);
  if (operands.length > max) {
    throw new BadInput(`${accepted.command}: unexpected argument ${JSON.stringify(operands[max])}; ${help}`);
  }
  return { flags, values, operands };
}

/** A whole number within the safe integers, at least `min`. */
export function integerOption(option: string, text: string, min = Number.MIN_SAFE_INTEGER): number {
  const value = Number(text);
  if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(value)) {
    throw new BadInput(`${option}: expected an integer, got ${JSON.stringify(text)}`);
  }
  if (value < min) throw new BadInput(`${option}: expected an integer >= ${min}, got ${text}`);
  return value;
}

/** Worker threads cost about 100 MB each: more than this is a slip of the finger. */
const MAX_WORKERS = 256;

/** The value of `--workers`; without it as many as there are processors. */
export function workersOption(text: string | undefined): number {
  if (text === undefined) return Math.min(availableParallelism(), MAX_WORKERS);
  const value = integerOption('--workers', text, 1);
  if (value > MAX_WORKERS) throw new BadInput(`--workers: expected an integer <= ${MAX_WORKERS}, got ${text}`);
  return value;
}

/** A finite decimal number > 0. */
export function positiveOption(option: string, text: string): number {
  const value = Number(text);
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) || !(value > 0) || !Number.isFinite(value)) {
    throw new BadInput(`${option}: expected a number > 0, got ${JSON.stringify(text)}`);
  }
  return value;
}

/** One of a few words. */
export function choiceOption<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) {
    throw new BadInput(`${option}: expected ${choices.join(' or ')}, got ${JSON.stringify(text)}`);
  }
  return found;
}
