/** Toy claims whose certificates use every kind of term, equation, positivity and bound that the format knows. */
import {
  cases,
  congruence,
  constant,
  exponential,
  fact,
  gramMatrix,
  inInterval,
  plus,
  reciprocal,
  schur,
  square,
  times,
} from '../../claim/certificate.js';
import { type Chain, chain, positivity, rewriting } from '../../claim/chain.js';
import { type Claim, type ClaimStatement, type Corpus, claim } from '../../claim/claim.js';
import { assume, type ClaimHypothesis } from '../../claim/hypothesis.js';
import { hermitian, matrix, realScalar, theory } from '../../claim/theory.js';
import type { Positivity } from '../../symbolic/kernel/positivity.js';
import { bending, convex, falling } from './toy-motion.js';
import { toyModels } from './toy-theory.js';

const pairs = theory({
  name: 'pairs',
  sizes: { d: 'dimension', D: 'its square' },
  squares: { D: 'd' },
  indices: { i: 'd', j: 'd' },
  exponents: { k: 0 },
  symbols: {
    A: { type: matrix('d', 'd'), meaning: 'any' },
    B: { type: matrix('d', 'd', { constant: true }), meaning: 'a constant one' },
    P: { type: hermitian('d'), meaning: 'projection' },
    H: { type: hermitian('d', { velocity: 'V' }), meaning: 'moving' },
    V: { type: hermitian('d'), meaning: 'velocity of H' },
    v: { type: matrix('d', '1'), meaning: 'a vector' },
    c: { type: realScalar({ constant: true }), meaning: 'a constant' },
    x: { type: realScalar({ velocity: 'u' }), meaning: 'moving' },
    u: { type: realScalar({ velocity: 'w' }), meaning: 'velocity of x' },
    w: { type: realScalar(), meaning: 'velocity of u' },
    y: { type: realScalar(), meaning: 'any' },
    r: { type: realScalar({ over: ['d'] }), meaning: 'a family' },
  },
});

/** Nothing is evaluated here: the certificates are. */
const toy = (
  id: string,
  statement: ClaimStatement,
  proof: Chain,
  given: Record<string, ClaimHypothesis> = {},
  uses: readonly string[] = [],
): Claim => claim({ id, title: id, source: 'a test', theory: pairs, statement, proof, given, uses, models: toyModels });

const projection = assume(pairs, 'P is a projection', 'P P = P');
const bounded = assume(pairs, 'x lies between -1 and 1', 'x >= -1', 'x <= 1');
const alike = assume(pairs, 'y is x', 'y = x');

const TENSORS: readonly Claim[] = [
  toy('swap-trick', 'tr(swap (A ⊗ B)) = tr(B A)', chain('tr(swap (A ⊗ B))').equals('tr(A B)', rewriting())),
  toy('swap-turns', 'swap (A ⊗ B) swap = B ⊗ A', chain('swap (A ⊗ B) swap').equals('B ⊗ A', rewriting())),
  toy('first-factor', 'tr_1(swap (A ⊗ B)) = A B', chain('tr_1(swap (A ⊗ B))').equals('A B', rewriting())),
  toy('second-factor', 'tr_2(swap (A ⊗ B)) = B A', chain('tr_2(swap (A ⊗ B))').equals('B A', rewriting())),
  toy(
    'on-one-factor',
    '(P ⊗ A) (P ⊗ B) = P ⊗ A B',
    chain('(P ⊗ A) (P ⊗ B)').equals('P ⊗ A B', rewriting('projection')),
    { projection },
  ),
  toy(
    'on-the-other',
    'tr((A ⊗ P^2) swap) = tr(A P)',
    chain('tr((A ⊗ P^2) swap)').equals('tr((A ⊗ P) swap)', rewriting('projection')).equals('tr(P A)', rewriting()),
    { projection },
  ),
  toy(
    'power-of-a-factor',
    '(A ⊗ I)^k (A ⊗ B) = A^(k+1) ⊗ B',
    chain('(A ⊗ I)^k (A ⊗ B)').equals('A^(k+1) ⊗ B', rewriting()),
  ),
  toy(
    'entries',
    'sum_ij((unit_i† A unit_j) (unit_j† B unit_i)) = tr(B A)',
    chain('sum_ij((unit_i† A unit_j) (unit_j† B unit_i))').equals('sum_j(unit_j† B A unit_j)', rewriting()),
  ),
  toy(
    'delta',
    'sum_j(delta_ij r_j (unit_j† v)) = r_i (unit_i† v)',
    chain('sum_j(delta_ij r_j (unit_j† v))').equals('r_i (unit_i† v)', rewriting()),
  ),
  toy(
    'completeness',
    'sum_i(unit_i unit_i†) ⊗ P = I_D',
    chain('sum_i(unit_i unit_i†) ⊗ P').equals('I ⊗ P', rewriting()).equals('I_D', rewriting('one')),
    { one: assume(pairs, 'P is everything', 'P = I') },
  ),
];

const QUOTIENTS: readonly Claim[] = [
  toy(
    'quotient',
    '(x^2 - y^2)/(x + y) = x - y',
    chain('(x^2 - y^2)/(x + y)').equals('((x + y)^2 - 2 y (x + y))/(x + y)', rewriting()).equals('x - y', rewriting()),
  ),
  toy(
    'quotient-under-a-sum',
    'sum_i(r_i tr(P P)/(r_i c)) = d tr(P P)/c',
    chain('sum_i(r_i tr(P P)/(r_i c))').equals('d tr(P P)/c', rewriting()),
  ),
  toy(
    'equal-divisors',
    '1/(y^2 + c^2) = 1/(x^2 + c^2)',
    chain('1/(y^2 + c^2)').equals('1/(x^2 + c^2)', rewriting('alike')),
    { alike },
  ),
  toy(
    'uses-equal-divisors',
    '2 y/(y^2 + c^2) = 2 y/(x^2 + c^2)',
    chain('2 y (y^2 + c^2)^(-1)').equals('2 y (x^2 + c^2)^(-1)', rewriting('equal-divisors', 'alike')),
    { alike },
    ['equal-divisors'],
  ),
  toy(
    'positive-quotient',
    '0 <= y^2/(1 + x^2)',
    chain('0').atMost(
      'y^2/(1 + x^2)',
      positivity((term) => times(square(term('y')), reciprocal(plus(constant(term('1')), square(term('x')))))),
    ),
  ),
];

const RATES: readonly Claim[] = [
  toy('rate-of-a-trace', 'd/dt(tr(H^3)) = 3 tr(H^2 V)', chain('d/dt(tr(H^3))').equals('3 tr(V H^2)', rewriting())),
  toy(
    'rate-of-a-root',
    'd/dt(c sqrt(x)) = c u/(2 sqrt(x))',
    chain('d/dt(c sqrt(x))').equals('c u/(2 sqrt(x))', rewriting()),
  ),
  toy(
    'rate-of-a-quotient',
    'd/dt(exp(2 x)/x) = u exp(2 x) (2 x - 1)/x^2',
    chain('d/dt(exp(2 x)/x)').equals('2 u exp(2 x)/x - u exp(2 x)/x^2', rewriting()),
  ),
  toy(
    'second-rate',
    'd/dt(d/dt(ln(x))) = w/x - u^2/x^2',
    chain('d/dt(d/dt(ln(x)))').equals('d/dt(u/x)', rewriting()).equals('w/x - u^2/x^2', rewriting()),
  ),
  toy(
    'rate-of-a-tensor-product',
    'd/dt(tr_1(swap (H ⊗ B H))) = V B H + H B V',
    chain('d/dt(tr_1(swap (H ⊗ B H)))').equals('H B V + V B H', rewriting()),
  ),
];

const twice = (part: Positivity): Positivity => times(part, part);

const BOUNDS: readonly Claim[] = [
  toy(
    'interval',
    '0 <= (7 - x^2 - x)/(2 + x)',
    chain('0').atMost(
      '(7 - x^2 - x)/(2 + x)',
      positivity(
        (term) =>
          inInterval(term('(7 - x^2 - x)/(2 + x)'), [
            term('x'),
            term('-1'),
            term('1'),
            fact('bounded'),
            fact('bounded/1'),
          ]),
        'bounded',
      ),
    ),
    { bounded },
  ),
  toy(
    'interval-of-a-trace',
    'tr(P P) <= 2',
    chain('tr(P P)').atMost(
      '2',
      positivity(
        (term) =>
          inInterval(term('2 - tr(P P)'), [term('tr(P P)'), term('0'), term('√2'), fact('small'), fact('small/1')]),
        'small',
      ),
    ),
    { small: assume(pairs, 'P is small', 'tr(P P) >= 0', 'tr(P P) <= √2') },
  ),
  toy(
    'cases',
    '0 <= x y',
    chain('0').atMost(
      'x y',
      positivity((term) => cases(term('x'), 'sign', twice(fact('sign')), twice(fact('sign'))), 'alike'),
    ),
    { alike },
  ),
  toy(
    'schur',
    '0 <= sum_ij((v† unit_i) (unit_i† P H^2 P unit_j) (unit_i† P unit_j) (unit_j† v))',
    chain('0').atMost(
      'sum_ij((v† unit_i) (unit_i† P H^2 P unit_j) (unit_i† P unit_j) (unit_j† v))',
      positivity((term) => congruence(term('v'), schur(gramMatrix(term('H P')), fact('semidefinite'))), 'semidefinite'),
    ),
    { semidefinite: assume(pairs, 'P is positive semidefinite', 'P >= 0 I') },
  ),
  toy(
    'exponential',
    '1 <= 1 + exp(3 x)',
    chain('1').atMost(
      '1 + exp(3 x)',
      positivity((term) => exponential(term('3 x'))),
    ),
  ),
];

/** dx/dt = -x - c: where x is at most c it falls no faster than at 2c, and it stays there since it falls above. */
const barrier: Claim = toy(
  'barrier',
  {
    kind: 'linear',
    loss: 'x',
    rate: '2 c',
    barrier: {
      quantity: 'x',
      bound: 'c',
      inside: 'below',
      outside: 'above',
      falls: chain('u')
        .equals('-x - c', rewriting('pull'))
        .atMost(
          '0',
          positivity((term) => plus(fact('above'), times(constant(term('2')), fact('positive'))), 'above', 'positive'),
        ),
      models: toyModels,
    },
  },
  chain('-u')
    .equals('x + c', rewriting('pull'))
    .atMost(
      '2 c',
      positivity(() => fact('below'), 'below'),
    ),
  {
    pull: assume(pairs, 'the velocity', 'u = -x - c'),
    positive: assume(pairs, 'c is positive', 'c >= 0'),
    below: assume(pairs, 'x is below c', 'x <= c'),
    above: assume(pairs, 'x is above c', 'x >= c'),
  },
);

export const kinds: Corpus = {
  name: 'Toy corpus of kinds',
  citation: 'nobody, nowhere',
  claims: [...TENSORS, ...QUOTIENTS, ...RATES, ...BOUNDS, barrier, falling, bending, convex],
};
