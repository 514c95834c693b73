/** Small changes of a witness that nearly always change what it proves. */
import type { Signature } from '../kernel/signature.js';
import { adjoint, integer, product, sum, type Term } from '../kernel/term.js';
import type { Equation, Rule, Witness, WitnessItem } from '../kernel/witness.js';
import { perturbed } from './perturb.js';

type Coin = (n: number) => number;

interface Theory {
  readonly signature: Signature;
  readonly rules: readonly Rule[];
}

/** The non-empty witness with one item changed, doubled or left out; `coin(n)` gives a number below n. */
export function perturbedWitness(theory: Theory, witness: Witness, coin: Coin): Witness {
  const at = coin(witness.length);
  const item = witness[at]!;
  switch (coin(8)) {
    case 0:
      return witness.toSpliced(at, 1);
    case 1:
      return [...witness, item];
    default:
      return witness.with(at, changedItem(theory, item, coin));
  }
}

function changedItem(theory: Theory, item: WitnessItem, coin: Coin): WitnessItem {
  const { signature } = theory;
  const { over, times, before, after, trace, leg, equation } = item;
  const other = (term: Term | null): Term => (term === null ? times : perturbed(signature, term, coin));
  const changes: (() => Partial<WitnessItem>)[] = [
    () => ({ times: product(integer(2), times) }),
    () => ({ times: sum(times, integer(1)) }),
    () => ({ times: perturbed(signature, times, coin) }),
    () => ({ before: other(before) }),
    () => ({ after: other(after) }),
    () => ({ trace: !trace }),
    () => ({ over: [...over, pick(coin, INDICES)] }),
    () => ({ leg: leg === null ? 1 : null }),
    () => ({ equation: changedEquation(theory, equation, coin) }),
    () => ({ equation: changedEquation(theory, equation, coin) }),
  ];
  if (before !== null) changes.push(() => ({ before: null }));
  if (after !== null) changes.push(() => ({ after: null }));
  if (before !== null || after !== null) changes.push(() => ({ before: after, after: before }));
  if (over.length > 0) changes.push(() => ({ over: over.slice(1) }));
  return { ...item, ...pick(coin, changes)() };
}

const INDICES = ['i', 'j', 'h', 'l', 'q', 'm#w0_0', 'm#w0_1', 'p#w0_0'];

function changedEquation(theory: Theory, equation: Equation, coin: Coin): Equation {
  const { signature, rules } = theory;
  switch (equation.kind) {
    case 'rule': {
      const names = Object.keys(equation.at);
      if (names.length > 0 && coin(2) === 0)
        return { ...equation, at: { ...equation.at, [pick(coin, names)]: pick(coin, INDICES) } };
      return coin(2) === 0
        ? { ...equation, adjoint: !equation.adjoint }
        : { ...equation, rule: (equation.rule + 1 + coin(rules.length - 1)) % rules.length };
    }
    case 'equal arguments': {
      const { from, to, witness } = equation;
      const k = coin(from.length);
      switch (coin(5)) {
        case 0:
          return { ...equation, from: to, to: from };
        case 1:
          return { ...equation, from: from.with(k, perturbed(signature, from[k]!, coin)) };
        case 2:
          return { ...equation, to: to.with(k, perturbed(signature, to[k]!, coin)) };
        case 3:
          return { ...equation, witness: witness.with(k, []) };
        default: {
          const inner = witness.findIndex((part) => part.length > 0);
          if (inner < 0) return { ...equation, from: to };
          return { ...equation, witness: witness.with(inner, perturbedWitness(theory, witness[inner]!, coin)) };
        }
      }
    }
    case 'absolute square':
      return { ...equation, of: coin(2) === 0 ? adjoint(equation.of) : perturbed(signature, equation.of, coin) };
  }
}

const pick = <T>(coin: Coin, items: readonly T[]): T => items[coin(items.length)]!;
