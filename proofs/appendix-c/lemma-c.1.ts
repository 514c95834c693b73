/**
 * Lemma C.1, (99): ‖A ∘ B‖ <= ‖A‖ ‖B‖ for Hermitian matrices, as two inequalities between matrices.
 *
 * The print finds A ∘ B inside A ⊗ B and separates eigenvalues (100). Schur's product theorem, cited here, gives the same
 * in one line: (aI - A) ∘ (bI + B) + (aI + A) ∘ (bI - B) = 2(ab I - A ∘ B), since the diagonals cancel. With the least a and
 * b the claims read as (99).
 */
import { certificate, chain, claim, type Positivity, positivity, type Term, witness } from '../../src/index.js';
import { hadamardModels } from '../models/hadamard-models.js';
import { bounded, hadamard } from './hadamard-notation.js';

const { constant, fact, gramMatrix, plus, schur, size, times, traced } = certificate;

type Pairs = readonly (readonly [a: 0 | 1, b: 0 | 1])[];

/** Of the bounds a - A (0) and a + A (1), with those of B: what shows ab - A ∘ B, and what shows ab + A ∘ B. */
const UPPER: Pairs = [
  [0, 1],
  [1, 0],
];
const LOWER: Pairs = [
  [0, 0],
  [1, 1],
];

/** A norm is not negative: (a - A) + (a + A) is 2a. */
const norm = (name: 'first' | 'second', term: (text: string) => Term): Positivity =>
  times(constant(term('1/2')), size('d', -1), traced(plus(fact(`${name}/0`), fact(`${name}/1`))));

/** Half the sum of two entrywise products, and a multiple of ab to spare. */
const proofBy = (start: string, end: string, pairs: Pairs, spare = '0') =>
  chain(start).atMost(
    end,
    positivity(
      (term) =>
        plus(
          ...pairs.map(([a, b]) => times(constant(term('1/2')), schur(fact(`first/${a}`), fact(`second/${b}`)))),
          times(constant(term(spare)), norm('first', term), norm('second', term), gramMatrix(term('I'))),
        ),
      'first',
      'second',
      'product',
    ),
    'Schur’s theorem for two pairs of bounds; the diagonals of A and B cancel.',
  );

const one = (A: string, B: string, a: string, b: string) => witness(hadamard, { d: 1 }, { A: [[A]], B: [[B]], a, b });

/** A ∘ B <= ‖A‖ ‖B‖. */
export const hadamardAbove = claim({
  id: 'lemma-c.1',
  title: 'A ∘ B <= ‖A‖ ‖B‖ for Hermitian A and B',
  source: 'Lemma C.1, (99)(100)',
  asPrinted: true,
  theory: hadamard,
  statement: 'C <= a b I',
  given: bounded,
  proof: proofBy('C', 'a b I', UPPER),
  models: hadamardModels,
  mutants: {
    'one norm only': 'C <= a I',
    'half of it': 'C <= 1/2 a b I',
    'the matrix product': 'C <= A B',
    'turned round': 'C >= a b I',
  },
  alsoTrue: { 'left side: its sign flipped': proofBy('-C', 'a b I', LOWER) },
  breaksWithout: { first: one('2', '1', '1', '1'), second: one('1', '2', '1', '1') },
});

/** A ∘ B >= -‖A‖ ‖B‖. */
export const hadamardBelow = claim({
  id: 'lemma-c.1-below',
  title: 'A ∘ B >= -‖A‖ ‖B‖ for Hermitian A and B',
  source: 'Lemma C.1, (99)(100)',
  asPrinted: true,
  theory: hadamard,
  statement: 'C >= -a b I',
  given: bounded,
  proof: proofBy('-a b I', 'C', LOWER),
  models: hadamardModels,
  mutants: {
    'one norm only': 'C >= -a I',
    'half of it': 'C >= -1/2 a b I',
    'opposite sign': 'C >= a b I',
    'turned round': 'C <= -a b I',
  },
  alsoTrue: {
    'right side: its sign flipped': proofBy('-a b I', '-C', UPPER),
    'left side: the factor -1 times 1.01': proofBy('-101/100 a b I', 'C', LOWER, '1/100'),
  },
  breaksWithout: { first: one('-2', '1', '1', '1'), second: one('1', '-2', '1', '1') },
});
