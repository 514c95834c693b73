/**
 * The asymptotic kernel for orthonormal inputs, and what it is where the loss is zero (proof of Theorem 4.4).
 *
 * Entry by entry, δ_ij being Kronecker's delta. Any labels ±1 will do: that there are as many of one as of the other is not
 * used, nor is the trace of M.
 */
import { kernelAtMinimaLaw } from '../../property-tests/kernel-at-minima.law.js';
import { assume, chain, claim, define, rewriting, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { minimaModels } from '../models/minima-models.js';
import { orthonormalModels } from '../models/orthonormal-models.js';
import { defining, qnn } from '../notation.js';
import { DOWN, KET_PLUS, KET_UP, ONE, PLUS, timesMatrix, UP, Z } from '../witnesses.js';
import { fitted } from './minima-norms.js';

const parts = {
  pure: given.pure,
  scaledPauli: given.scaledPauli,
  orthonormal: assume(qnn, 'the inputs are orthogonal unit vectors', 'v_i† v_j = delta_ij'),
  parts: defining('u', 'w'),
  kernel: defining('Kasym'),
};

const SIZES = { d: 2, m: 1, p: 1 };
const between = { M: Z, γ: '1', 'Π₊': UP, 'Π₋': DOWN, v: [KET_PLUS], ρ: [PLUS] };

/**
 * For orthonormal inputs the kernel follows from the Gram matrix P of the u_j alone, at any time: N = I - P.
 *
 * 8γ² times the covariance of the determinantal point process with the kernel P.
 */
export const kernelOrthonormal = claim({
  id: 'kernel-orthonormal',
  title: 'For orthonormal inputs Kasym_ij = 8γ²(δ_ij P_ij - |P_ij|²)',
  source: 'App. C.2, before (113)',
  theory: qnn,
  uses: ['lemma-c.2-entries'],
  statement: 'Kasym_ij = 8 γ^2 (delta_ij P_ij - P_ij P_ji)',
  given: { ...parts, gram: defining('P') },
  proof: chain('Kasym_ij')
    .equals('8 γ^2 Re(u_j† u_i w_i† w_j)', rewriting('lemma-c.2-entries'), 'The entries.')
    .equals(
      '8 γ^2 Re(u_j† u_i (delta_ij - u_i† u_j))',
      rewriting('parts', 'scaledPauli', 'orthonormal'),
      'u_i†u_j + w_i†w_j = v_i†v_j.',
    )
    .equals('8 γ^2 (delta_ij P_ij - P_ij P_ji)', rewriting('gram'), 'P_ij = u_i†u_j.'),
  models: orthonormalModels,
  mutants: {
    'plus |P|²': 'Kasym_ij = 8 γ^2 (delta_ij P_ij + P_ij P_ji)',
    'γ for γ²': 'Kasym_ij = 8 γ (delta_ij P_ij - P_ij P_ji)',
    'off the diagonal only': 'Kasym_ij = -8 γ^2 P_ij P_ji',
    'P² for |P|²': 'Kasym_ij = 8 γ^2 (delta_ij P_ij - P_ij P_ij)',
  },
  breaksWithout: {
    pure: witness(qnn, SIZES, { ...between, ρ: [UP] }),
    scaledPauli: witness(qnn, SIZES, { ...between, M: timesMatrix('2', Z) }),
    orthonormal: witness(qnn, { ...SIZES, m: 2 }, { ...between, v: [KET_PLUS, KET_PLUS], ρ: [PLUS, PLUS] }),
  },
});

const minimum = {
  ...parts,
  fitted,
  labels: given.labels,
  norms: define(qnn, 'b_j is the root of (1 + y_j/γ)/2', 'b_j^2 = 1/2 (1 + y_j/γ)', 'b_j >= 0'),
  directions: defining('û', 'Ĝ', 'R'),
};

/** κ is 1 in (113); it makes no difference, because Ĝ_jj = 1. */
const formula = (weight: string, κ = ''): string =>
  `2 γ^2 (1 - 1/γ^2) delta_ij - 8 γ^2 ${weight} (Ĝ_ij - ${κ} delta_ij) (Ĝ_ji - delta_ij)`;

/** γ = 25/7 and v = (4/5, 3/5): the prediction is 1. */
const fit = { M: timesMatrix('25/7', Z), γ: '25/7', 'Π₊': UP, 'Π₋': DOWN, y: ['1'], b: ['4/5'] };
const KET = [['4/5'], ['3/5']];
const KET_BELOW = [['3/5'], ['4/5']];
const state = ([[x], [y]]: typeof KET) => [
  [`${x} ${x}`, `${x} ${y}`],
  [`${x} ${y}`, `${y} ${y}`],
];
const ON_AXIS = [
  ['16/25', '0'],
  ['0', '9/25'],
];
const at = (values: Parameters<typeof witness>[2]) =>
  witness(qnn, SIZES, { ...fit, v: [KET], ρ: [state(KET)], ...values });
const breaksWithout = {
  pure: at({ ρ: [ON_AXIS] }),
  scaledPauli: at({ M: ONE }),
  orthonormal: witness(
    qnn,
    { ...SIZES, m: 2 },
    {
      ...fit,
      v: [KET, KET],
      ρ: [state(KET), state(KET)],
      y: ['1', '1'],
      b: ['4/5', '4/5'],
    },
  ),
  fitted: at({ v: [KET_BELOW], ρ: [state(KET_BELOW)] }),
  labels: at({ v: [KET_UP], ρ: [UP], y: ['25/7'], b: ['1'] }),
};

/** (113), with R for its entrywise square. */
export const kernelAtMinimaPrinted = claim({
  id: 'kernel-at-minima-printed',
  title: 'At loss zero Kasym = 2γ²(1 - 1/γ²) I - 8γ² R ∘ (Ĝ - I) ∘ (Ĝᵀ - I)',
  source: 'App. C.2, (113)',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: 'Kasym = 2γ²(1 - 1/γ²)I - 8γ² R ∘ (G - I) ∘ (Gᵀ - I)',
    change:
      'R ∘ R for R, and R_ij² for R_ij in the off-diagonal entries before it: u_i†u_j = R_ij G_ij has to be squared',
  },
  theory: qnn,
  statement: `Kasym_ij = ${formula('R_ij')}`,
  given: minimum,
  models: minimaModels,
  mutants: {
    'plus 8γ²': 'Kasym_ij = 2 γ^2 (1 - 1/γ^2) delta_ij + 8 γ^2 R_ij (Ĝ_ij - delta_ij) (Ĝ_ji - delta_ij)',
    'without the weight': `Kasym_ij = ${formula('')}`,
  },
  breaksWithout,
});

const proofOf = (κ: string, both: string) =>
  chain('Kasym_ij')
    .equals('8 γ^2 (delta_ij P_ij - P_ij P_ji)', rewriting('kernel-orthonormal'), 'The inputs are orthonormal.')
    .equals('8 γ^2 (delta_ij u_j† u_j - u_i† u_j u_j† u_i)', rewriting('gram'), 'P_ij = u_i†u_j.')
    .equals(
      `2 γ^2 (1 - 1/γ^2) delta_ij - 8 γ^2 (u_i† u_j u_j† u_i + delta_ij b_j^2 (${κ} b_j^2 - ${both} u_j† u_j))`,
      rewriting('minima-norms', 'norms', 'labels'),
      'u_j†u_j = b_j² = (1 + y_j/γ)/2, and y_j² = 1.',
    )
    .equals(formula('R_ij^2', κ), rewriting('directions'), 'u_j = b_j û_j and R_ij = b_i b_j.');

/**
 * Kasym where the loss is zero, by the directions of the u_j: off the diagonal -8γ² R_ij² |û_i†û_j|², on it
 * 2γ²(1 - 1/γ²), since (Ĝ - I) ∘ (Ĝᵀ - I) is |Ĝ_ij|² off the diagonal and 0 on it.
 *
 * Nothing is said where a norm b_j is zero, that is for γ = 1 and a label -1: there is no direction then.
 */
export const kernelAtMinima = claim({
  id: 'kernel-at-minima',
  repairs: 'kernel-at-minima-printed',
  title: 'At loss zero Kasym = 2γ²(1 - 1/γ²) I - 8γ² R ∘ R ∘ (Ĝ - I) ∘ (Ĝᵀ - I)',
  source: 'App. C.2, (113)',
  theory: qnn,
  uses: ['kernel-orthonormal', 'minima-norms'],
  statement: `Kasym_ij = ${formula('R_ij^2')}`,
  given: { ...minimum, gram: defining('P') },
  proof: proofOf('1', '2'),
  models: minimaModels,
  laws: [kernelAtMinimaLaw],
  mutants: {
    'R for R ∘ R': `Kasym_ij = ${formula('R_ij')}`,
    'γ for γ²': 'Kasym_ij = 2 γ (1 - 1/γ^2) delta_ij - 8 γ^2 R_ij^2 (Ĝ_ij - delta_ij) (Ĝ_ji - delta_ij)',
    'plus 8γ²': 'Kasym_ij = 2 γ^2 (1 - 1/γ^2) delta_ij + 8 γ^2 R_ij^2 (Ĝ_ij - delta_ij) (Ĝ_ji - delta_ij)',
    'plus 1/γ²': 'Kasym_ij = 2 γ^2 (1 + 1/γ^2) delta_ij - 8 γ^2 R_ij^2 (Ĝ_ij - delta_ij) (Ĝ_ji - delta_ij)',
    'without the identity in Ĝ - I': 'Kasym_ij = 2 γ^2 (1 - 1/γ^2) delta_ij - 8 γ^2 R_ij^2 Ĝ_ij Ĝ_ji',
    'without the transpose': 'Kasym_ij = 2 γ^2 (1 - 1/γ^2) delta_ij - 8 γ^2 R_ij^2 (Ĝ_ij - delta_ij)^2',
  },
  alsoTrue: {
    'right side: the sign of summand 2 flipped': proofOf('(-1)', '0'),
    'right side: the factor -1 times 1.01': proofOf('101/100', '201/100'),
    'right side: the factor -1 times 0.99': proofOf('99/100', '199/100'),
  },
  breaksWithout,
});
