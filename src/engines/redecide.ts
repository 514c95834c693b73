/** A counterexample decided again from what its file says: the values of an instance, or the numbers that a law decodes. */
import type { Conjecture } from '../claim/conjecture.js';
import type { Shape } from '../claim/model-source.js';
import type { Counterexample } from '../claim/verdict.js';
import { witness } from '../claim/witness.js';
import { rational, sign } from '../symbolic/kernel/number.js';
import { readStatement } from './read-statement.js';
import { counterexampleAt } from './refute.js';
import { exactMargin } from './search/law-objective.js';

type Written = string | readonly (readonly string[])[];

/** The same counterexample, if it still is one in exact arithmetic; else null. Throws where the values cannot be read. */
export function redecide({ claim, law }: Conjecture, stored: Counterexample): Counterexample | null {
  if (stored.decided !== 'exactly') return null;
  const shape: Shape = { regime: 'stored', ...stored.shape };
  const { z, sizes, exponents, values } = stored.values as Document;
  if (z !== undefined) {
    const margin = law === null ? null : exactMargin(law, shape, z.map(fraction));
    return margin !== null && sign(margin) < 0 ? stored : null;
  }
  if (claim === null || sizes === undefined || values === undefined) return null;
  const { symbols } = claim.theory.signature;
  const families = Object.entries(values)
    .filter(([name]) => Object.hasOwn(symbols, name))
    .map(([name, value]) => [name, familyOf(value, symbols[name]!.over.length > 0)] as const);
  const model = witness(claim.theory, sizes, Object.fromEntries(families), exponents ?? {});
  const { kernel } = readStatement(claim.theory, claim.statement);
  return counterexampleAt(claim, kernel, { kind: 'exact', shape, z: [], model });
}

interface Document {
  readonly z?: readonly string[];
  readonly sizes?: Readonly<Record<string, number>>;
  readonly exponents?: Readonly<Record<string, number>>;
  readonly values?: Readonly<Record<string, Written | readonly Written[]>>;
}

/** A family of one member is written without brackets. */
function familyOf(value: Written | readonly Written[], indexed: boolean): Written | readonly Written[] {
  if (!indexed) return value;
  if (typeof value === 'string') return [value];
  const [first] = value;
  const isMatrix = Array.isArray(first) && typeof first[0] === 'string';
  return isMatrix ? [value as readonly (readonly string[])[]] : (value as readonly Written[]);
}

function fraction(text: string) {
  const [p, q = '1'] = text.split('/');
  return { ...rational(0), a: BigInt(p!), n: BigInt(q) };
}
