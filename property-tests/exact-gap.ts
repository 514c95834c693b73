/** Exact margins of laws, by the denotation of terms alone: no code of `src/dynamics` takes part. */

import { qnn } from '../proofs/notation.js';
import { assignments, type ClaimTheory, EXACT, evaluateScalar, type Model, type Num, parseTerm } from '../src/index.js';

/** The value of a written scalar on an exact model. */
export function exactValue(
  { signature, definitions }: ClaimTheory,
  text: string,
  model: Model<Num>,
  at: Readonly<Record<string, number>> = {},
): Num {
  return evaluateScalar(signature, definitions, parseTerm(signature, text), model, at);
}

const modulus = (x: Num): Num => (EXACT.sign(x) < 0 ? EXACT.negate(x) : x);
export const minus = (x: Num, y: Num): Num => EXACT.add(x, EXACT.negate(y));

/** -max |Kasym_ij - 4γ²(P_ij N_ji + P_ji N_ij)|. */
export const kernelGap = (model: Model<Num>): Num =>
  largestGap(qnn, 'Kasym_ij - 4 γ^2 (P_ij N_ji + P_ji N_ij)', ['i', 'j'], model);

/** Minus the largest modulus of a written real scalar over all values of its indices. */
export function largestGap(theory: ClaimTheory, text: string, indices: readonly string[], model: Model<Num>): Num {
  const gaps = [...assignments(theory.signature, indices, model.sizes)].map((at) =>
    modulus(exactValue(theory, text, model, at)),
  );
  return EXACT.negate(gaps.reduce((best, x) => (EXACT.sign(minus(x, best)) > 0 ? x : best)));
}
