/** Kpert, Eq. (8), is small where Δ = Y(θ) - Y* is: for pure and mixed inputs, any measurement and any number of samples. */
import { assume, certificate, chain, claim, type Positivity, positivity, type Term, witness } from '../../src/index.js';
import { perturbationModels } from '../models/perturbation-models.js';
import { PLUS, timesMatrix, Z } from '../witnesses.js';
import { definingPerturbation, perturbation } from './perturbation-notation.js';

const { constant, fact, over, plus, reciprocal, sandwich, square, times } = certificate;
const PAULI_YY = ['-1', '1', '1', '-1'].map((entry, a) => [0, 1, 2, 3].map((b) => (a + b === 3 ? entry : '0')));
type Read = (text: string) => Term;
const models = perturbationModels();
/** (1, 1)/√2 under 10 σ_z, of which γ = 1 knows nothing, with Δ = ±σ_y ⊗ σ_y. */
const tenfold = (sign: string) =>
  witness(
    perturbation,
    { d: 2, m: 1 },
    {
      M: timesMatrix('10', Z),
      γ: '1',
      ρ: [PLUS],
      F: [
        [
          ['√2/2', '0'],
          ['√2/2', '0'],
        ],
      ],
      Δ: timesMatrix(sign, PAULI_YY),
      δ: '1',
      x: ['1'],
    },
  );

const given = {
  state: assume(
    perturbation,
    'the inputs are states, pure or mixed: ρ_j = F_j F_j†',
    'ρ_j = F_j F_j†',
    'tr(F_j† F_j) = 1',
  ),
  norm: assume(perturbation, 'the norm of M is at most γ', 'γ^2 I >= M M'),
  size: assume(perturbation, 'the norm of Δ is at most δ', 'δ I_D >= Δ', 'Δ >= -δ I_D', 'δ >= 0'),
  entries: definingPerturbation('Kpert'),
};

/**
 * 16 γ² of the bound on an entry. With P = (γ + iM)ρ(γ - iM) and Q = (γ - iM)ρ(γ + iM), γ i[M, ρ] = (P - Q)/2, so that
 * the trace of i[M, ρ_i] ⊗ i[M, ρ_j] with Δ is a sum of four with products of P and Q, each positive; tr P + tr Q <= 4γ².
 */
const entry = (sign: '+' | '-') =>
  positivity(
    (term) => {
      const [same, other] = sign === '+' ? ['size/0', 'size/1'] : ['size/1', 'size/0'];
      const legs = (a: string, b: string): Term => term(`(γ F_i ${a} i M F_i) ⊗ (γ F_j ${b} i M F_j)`);
      const four = plus(
        sandwich(same, legs('+', '+')),
        sandwich(same, legs('-', '-')),
        sandwich(other, legs('+', '-')),
        sandwich(other, legs('-', '+')),
      );
      return times(reciprocal(times(constant(term('4')), square(term('γ')))), plus(four, traces(term)));
    },
    'state',
    'norm',
    'size',
    'entries',
  );

/** 4δ(4γ⁴ - (γ² + tr ρ_i M²)(γ² + tr ρ_j M²)). */
function traces(term: Read): Positivity {
  const spare = (index: string): Positivity => sandwich('norm', term(`F_${index}`));
  const squares = (index: string): Positivity => certificate.gram(term(`M F_${index}`));
  return times(
    constant(term('4')),
    fact('size/2'),
    plus(
      times(constant(term('2')), square(term('γ')), spare('i')),
      times(spare('j'), plus(square(term('γ')), squares('i'))),
    ),
  );
}

/** An entry of Kpert is at most 4γ²δ. */
export const entryAbove = claim({
  id: 'perturbation-entry-above',
  title: 'Kpert_ij <= 4γ² ‖Δ‖',
  source: 'App. B.2, after (67)',
  theory: perturbation,
  statement: 'Kpert_ij <= 4 γ^2 δ',
  given,
  proof: chain('Kpert_ij').atMost('4 γ^2 δ', entry('+'), 'i[M, ρ] has at most the trace norm 2γ.'),
  models,
  mutants: {
    'factor 3.9': 'Kpert_ij <= 3.9 γ^2 δ',
    'γ not squared': 'Kpert_ij <= 4 γ δ',
    'δ squared': 'Kpert_ij <= 4 γ^2 δ^2',
  },
  alsoTrue: { 'left side: its sign flipped': chain('-Kpert_ij').atMost('4 γ^2 δ', entry('-')) },
  breaksWithout: { norm: tenfold('1') },
});

/** An entry of Kpert is at least -4γ²δ. */
export const entryBelow = claim({
  id: 'perturbation-entry-below',
  title: 'Kpert_ij >= -4γ² ‖Δ‖',
  source: 'App. B.2, after (67)',
  theory: perturbation,
  statement: '-Kpert_ij <= 4 γ^2 δ',
  given,
  proof: chain('-Kpert_ij').atMost('4 γ^2 δ', entry('-'), 'i[M, ρ] has at most the trace norm 2γ.'),
  models,
  mutants: {
    'factor 3.9': '-Kpert_ij <= 3.9 γ^2 δ',
    'γ not squared': '-Kpert_ij <= 4 γ δ',
    'δ squared': '-Kpert_ij <= 4 γ^2 δ^2',
  },
  alsoTrue: { 'left side: its sign flipped': chain('Kpert_ij').atMost('4 γ^2 δ', entry('+')) },
  breaksWithout: { norm: tenfold('-1') },
});

/** t Σ x_i K_ij x_j + 4mγ²δ Σ x², for -1 <= t <= 1 with above = (1 + t)/2 and below = (1 - t)/2. */
const form = (above: string, below: string) =>
  positivity(
    (term) => {
      const pairs = (root: string, bound: string): Positivity =>
        over('i', over('j', times(square(term(root)), fact(bound))));
      const both = (plusBound: string, minusBound: string): Positivity =>
        plus(pairs('x_i + x_j', plusBound), pairs('x_i - x_j', minusBound));
      const [high, low] = ['perturbation-entry-above', 'perturbation-entry-below'];
      return times(
        constant(term('1/4')),
        plus(times(constant(term(above)), both(low!, high!)), times(constant(term(below)), both(high!, low!))),
      );
    },
    'perturbation-entry-below',
    'perturbation-entry-above',
  );

/** The norm of Kpert is at most 4mγ²δ, from below: what Theorem 4.2 needs. */
export const perturbationNorm = claim({
  id: 'perturbation-norm',
  title: 'Kpert >= -4mγ² ‖Δ‖',
  source: 'App. B.2, after (67)',
  theory: perturbation,
  statement: '-sum_i(sum_j(x_i Kpert_ij x_j)) <= 4 m γ^2 δ sum_j(x_j^2)',
  uses: ['perturbation-entry-above', 'perturbation-entry-below'],
  given,
  proof: chain('-sum_i(sum_j(x_i Kpert_ij x_j))').atMost(
    '4 m γ^2 δ sum_j(x_j^2)',
    form('1', '0'),
    '-x_i x_j K_ij <= 4γ²δ (x_i² + x_j²)/2 for every sign of x_i x_j.',
  ),
  models,
  mutants: {
    'factor 3.9': '-sum_i(sum_j(x_i Kpert_ij x_j)) <= 3.9 m γ^2 δ sum_j(x_j^2)',
    'without m': '-sum_i(sum_j(x_i Kpert_ij x_j)) <= 4 γ^2 δ sum_j(x_j^2)',
    'γ not squared': '-sum_i(sum_j(x_i Kpert_ij x_j)) <= 4 m γ δ sum_j(x_j^2)',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('sum_i(sum_j(x_i Kpert_ij x_j))').atMost(
      '4 m γ^2 δ sum_j(x_j^2)',
      form('0', '1'),
    ),
    'left side: the factor -1 times 0.99': chain('-99/100 sum_i(sum_j(x_i Kpert_ij x_j))').atMost(
      '4 m γ^2 δ sum_j(x_j^2)',
      form('199/200', '1/200'),
    ),
  },
  breaksWithout: { norm: tenfold('-1') },
});
