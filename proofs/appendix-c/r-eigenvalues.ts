/**
 * The eigenvalues of R and of R ∘ R in (113), for as many labels 1 as -1.
 *
 * A Hermitian A with A² = λA has no eigenvalues but λ and 0, and tr A = λ says that λ is there once: this reading is left
 * to the reader. R is b bᵀ and R ∘ R is the same for the squares, so both have rank one in any case, and b is the
 * eigenvector. The numbers b_j are those of `kernel-at-minima`; `r-entries` compares R with the blocks that are printed.
 */
import {
  assume,
  type ClaimTheory,
  chain,
  claim,
  define,
  definitionsOf,
  realScalar,
  rewriting,
  theory,
  witness,
} from '../../src/index.js';
import { balancedModels } from '../models/minima-models.js';
import { rankSymbols } from './minima-symbols.js';

const ranks: ClaimTheory = theory({
  name: 'ranks',
  sizes: { m: 'number of samples' },
  indices: { i: 'm', j: 'm', k: 'm' },
  symbols: {
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    y: { type: realScalar({ over: ['m'], constant: true }), meaning: 'label' },
    S: { type: realScalar(), meaning: 'sum of the labels', stands: { at: [], for: 'sum_j(y_j)' } },
    ...rankSymbols,
  },
});

const norms = define(ranks, 'b_j is the root of (1 + y_j/γ)/2', 'b_j^2 = 1/2 (1 + y_j/γ)', 'b_j >= 0');
const labels = assume(ranks, 'the labels are ±1', 'y_j^2 = 1');
const balance = assume(ranks, 'there are as many labels 1 as -1', 'S = 0');
const weights = definitionsOf(ranks, 'R');
const total = definitionsOf(ranks, 'S');
const square = { norms, weights, total, balance };
const hadamard = { norms, weights, total, balance, labels };

/** γ = 25/7, where (1 ± 1/γ)/2 are the squares of 4/5 and 3/5. */
const one = { γ: '25/7', y: ['1'], b: ['4/5'] };
const unbalanced = witness(ranks, { m: 1 }, one);
/** Labels 2 and -2 with γ = 50/7 have the same norms. */
const large = witness(ranks, { m: 2 }, { γ: '50/7', y: ['2', '-2'], b: ['4/5', '3/5'] });

/** The blocks of R: (1 ± 1/γ)/2 between equal labels, (1/2)√(1 - 1/γ²) between opposite ones; R_ij >= 0. */
export const rEntries = claim({
  id: 'r-entries',
  title: 'R_ij² = (1 + (y_i + y_j)/γ + y_i y_j/γ²)/4',
  source: 'App. C.2, before (113)',
  theory: ranks,
  statement: 'R_ij^2 = 1/4 (1 + (y_i + y_j)/γ + y_i y_j/γ^2)',
  given: { norms, weights },
  proof: chain('R_ij^2').equals(
    '1/4 (1 + (y_i + y_j)/γ + y_i y_j/γ^2)',
    rewriting('weights', 'norms'),
    'R_ij² = b_i² b_j². With equal labels it is ((1 ± 1/γ)/2)², with opposite ones (1 - 1/γ²)/4.',
  ),
  models: balancedModels,
  mutants: {
    'minus for plus': 'R_ij^2 = 1/4 (1 + (y_i + y_j)/γ - y_i y_j/γ^2)',
    'γ for γ²': 'R_ij^2 = 1/4 (1 + (y_i + y_j)/γ + y_i y_j/γ)',
    'not squared': 'R_ij = 1/4 (1 + (y_i + y_j)/γ + y_i y_j/γ^2)',
  },
});

/** R² = (m/2) R. */
export const rSquare = claim({
  id: 'r-eigenvalues',
  title: 'R R = (m/2) R: no eigenvalues but m/2 and 0',
  source: 'App. C.2, (114)-(116)',
  theory: ranks,
  statement: 'sum_k(R_ik R_kj) = 1/2 m R_ij',
  given: square,
  proof: chain('sum_k(R_ik R_kj)')
    .equals('b_i b_j sum_k(b_k^2)', rewriting('weights'), 'R_ij = b_i b_j.')
    .equals('b_i b_j (1/2 m + 1/2 1/γ S)', rewriting('norms', 'total'), 'b_k² = (1 + y_k/γ)/2.')
    .equals('1/2 m R_ij', rewriting('balance', 'weights'), 'The labels cancel.'),
  models: balancedModels,
  mutants: {
    'm for m/2': 'sum_k(R_ik R_kj) = m R_ij',
    minus: 'sum_k(R_ik R_kj) = -1/2 m R_ij',
    'the identity for R': 'sum_k(R_ik R_kj) = 1/2 m delta_ij',
  },
  breaksWithout: { balance: unbalanced },
});

/** tr R = m/2. */
export const rTrace = claim({
  id: 'r-eigenvalues-trace',
  title: 'tr R = m/2: the eigenvalue m/2 is there once',
  source: 'App. C.2, (114)-(116)',
  theory: ranks,
  statement: 'sum_j(R_jj) = 1/2 m',
  given: square,
  proof: chain('sum_j(R_jj)')
    .equals('sum_j(b_j^2)', rewriting('weights'), 'R_jj = b_j².')
    .equals('1/2 m + 1/2 1/γ S', rewriting('norms', 'total'), 'b_j² = (1 + y_j/γ)/2.')
    .equals('1/2 m', rewriting('balance'), 'The labels cancel.'),
  models: balancedModels,
  mutants: { 'm for m/2': 'sum_j(R_jj) = m', 'with γ': 'sum_j(R_jj) = 1/2 m (1 + 1/γ)' },
  breaksWithout: { balance: unbalanced },
});

const VALUE = '1/4 m (1 + 1/γ^2)';

/** (R ∘ R)² = (m/4)(1 + 1/γ²) R ∘ R. The eigenvalue is at most that of R, since (1 + 1/γ²)/2 <= 1. */
export const hadamardSquare = claim({
  id: 'r-hadamard-eigenvalues',
  title: '(R ∘ R)² = (m/4)(1 + 1/γ²) R ∘ R: no eigenvalues but (m/4)(1 + 1/γ²) and 0',
  source: 'beyond the paper; App. C.2, (116)',
  theory: ranks,
  statement: `sum_k(R_ik^2 R_kj^2) = ${VALUE} R_ij^2`,
  given: hadamard,
  proof: chain('sum_k(R_ik^2 R_kj^2)')
    .equals('b_i^2 b_j^2 sum_k(b_k^4)', rewriting('weights'), 'R_ij² = b_i² b_j².')
    .equals(
      'b_i^2 b_j^2 (1/4 m + 1/2 1/γ S + 1/4 1/γ^2 m)',
      rewriting('norms', 'total', 'labels'),
      'b_k² = (1 + y_k/γ)/2 and y_k² = 1.',
    )
    .equals(`${VALUE} R_ij^2`, rewriting('balance', 'weights'), 'The labels cancel.'),
  models: balancedModels,
  mutants: {
    'minus 1/γ²': 'sum_k(R_ik^2 R_kj^2) = 1/4 m (1 - 1/γ^2) R_ij^2',
    'γ for γ²': 'sum_k(R_ik^2 R_kj^2) = 1/4 m (1 + 1/γ) R_ij^2',
    'R for R ∘ R': `sum_k(R_ik^2 R_kj^2) = ${VALUE} R_ij`,
    'the eigenvalue of R': 'sum_k(R_ik^2 R_kj^2) = 1/2 m R_ij^2',
  },
  breaksWithout: { balance: unbalanced, labels: large },
});

/** tr (R ∘ R) = (m/4)(1 + 1/γ²). */
export const hadamardTrace = claim({
  id: 'r-hadamard-eigenvalues-trace',
  title: 'tr (R ∘ R) = (m/4)(1 + 1/γ²): that eigenvalue is there once',
  source: 'beyond the paper; App. C.2, (116)',
  theory: ranks,
  statement: `sum_j(R_jj^2) = ${VALUE}`,
  given: hadamard,
  proof: chain('sum_j(R_jj^2)')
    .equals('sum_j(b_j^4)', rewriting('weights'), 'R_jj = b_j².')
    .equals(
      '1/4 m + 1/2 1/γ S + 1/4 1/γ^2 m',
      rewriting('norms', 'total', 'labels'),
      'b_j² = (1 + y_j/γ)/2 and y_j² = 1.',
    )
    .equals(VALUE, rewriting('balance'), 'The labels cancel.'),
  models: balancedModels,
  mutants: {
    'minus 1/γ²': 'sum_j(R_jj^2) = 1/4 m (1 - 1/γ^2)',
    'the trace of R': 'sum_j(R_jj^2) = 1/2 m',
    'γ for γ²': 'sum_j(R_jj^2) = 1/4 m (1 + 1/γ)',
  },
  breaksWithout: { balance: unbalanced, labels: large },
});
