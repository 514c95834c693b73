/**
 * What a witness says, evaluated: left - right = Σ items, in every model, whether or not its equations hold there. Indices
 * are given values instead of being renamed, so that this shares no step with the kernel.
 */
import { assignments, evaluate, type Model } from '../denotation/evaluate.js';
import { EXACT } from '../denotation/field.js';
import {
  addMatrices,
  adjointMatrix,
  identityMatrix,
  type Matrix,
  multiplyMatrices,
  scalar,
  scaleMatrix,
  subtractMatrices,
  tensorProduct,
  traceMatrix,
} from '../denotation/matrix.js';
import { equals, type Num, ZERO } from '../kernel/number.js';
import type { Signature } from '../kernel/signature.js';
import { apply, difference, power, type Term } from '../kernel/term.js';
import type { Equation, Rule, Witness, WitnessItem } from '../kernel/witness.js';

type Indices = Readonly<Record<string, number>>;

export interface Setting {
  readonly signature: Signature;
  readonly rules: readonly Rule[];
  readonly model: Model<Num>;
}

/** Whether left - right is the sum of the items, and so for the witnesses inside. Throws NoValue where a part has none. */
export function identityHolds(setting: Setting, left: Term, right: Term, witness: Witness, at: Indices): boolean {
  const { signature, model } = setting;
  const gap = evaluate(signature, {}, difference(left, right), model, at);
  const sum = witness.map((item) => valueOfItem(setting, item, at)).reduce(add, scaleMatrix(EXACT, ZERO, gap));
  if (!subtractMatrices(EXACT, gap, sum).every((row) => row.every((x) => equals(x, ZERO)))) return false;
  return witness.every(({ over, equation }) =>
    equation.kind === 'equal arguments'
      ? [...assignments(signature, over, model.sizes)].every((values) =>
          equation.from.every((from, k) =>
            identityHolds(setting, from, equation.to[k]!, equation.witness[k] ?? [], { ...at, ...values }),
          ),
        )
      : true,
  );
}

function valueOfItem(setting: Setting, item: WitnessItem, at: Indices): Matrix<Num> {
  const { over, times, before, after, trace, leg, equation } = item;
  const { signature, model } = setting;
  const each = [...assignments(signature, over, model.sizes)].map((values) => {
    const here = { ...at, ...values };
    const form = (part: Term | null): Matrix<Num>[] =>
      part === null ? [] : [evaluate(signature, {}, part, model, here)];
    const gap = valueOfEquation(setting, equation, here);
    const one = identityMatrix(EXACT, gap.length);
    const [left, right] = leg === 1 ? [gap, one] : [one, gap];
    const raised = leg === null ? gap : tensorProduct(EXACT, left, right);
    const inner = [...form(before), raised, ...form(after)].reduce(multiply);
    return multiply(form(times)[0]!, trace ? scalar(traceMatrix(EXACT, inner)) : inner);
  });
  return each.reduce(add);
}

function valueOfEquation({ signature, rules, model }: Setting, equation: Equation, at: Indices): Matrix<Num> {
  const value = (term: Term, here = at): Matrix<Num> => evaluate(signature, {}, term, model, here);
  switch (equation.kind) {
    case 'rule': {
      const { left, right } = rules[equation.rule]!;
      const bound = Object.entries(equation.at).map(([index, to]) => [index, at[to]!] as const);
      const gap = value(difference(left, right), { ...at, ...Object.fromEntries(bound) });
      return equation.adjoint ? adjointMatrix(EXACT, gap) : gap;
    }
    case 'equal arguments': {
      const of = (to: readonly Term[]): Term =>
        equation.name === 'inverse' ? power(to[0]!, -1) : apply(equation.name, ...to);
      return value(difference(of(equation.from), of(equation.to)));
    }
    case 'absolute square':
      return value(difference(power(apply('abs', equation.of), 2), power(equation.of, 2)));
  }
}

const add = (a: Matrix<Num>, b: Matrix<Num>): Matrix<Num> => addMatrices(EXACT, a, b);

/** A scalar multiplies anything. */
function multiply(a: Matrix<Num>, b: Matrix<Num>): Matrix<Num> {
  const isNumber = (x: Matrix<Num>): boolean => x.length === 1 && x[0]!.length === 1;
  if (isNumber(a)) return scaleMatrix(EXACT, a[0]![0]!, b);
  return isNumber(b) ? scaleMatrix(EXACT, b[0]![0]!, a) : multiplyMatrices(EXACT, a, b);
}
