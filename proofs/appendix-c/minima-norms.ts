/**
 * Where the loss is zero, the labels fix the norms of u_j and w_j (proof of Theorem 4.4; Sec. 4 before it).
 *
 * Only pure inputs, eigenvalues ±γ and ŷ_j = y_j are used, so that the labels need not be ±1 here. Sec. 4 prints the square
 * of the norm of u_j where the norm stands; its square is compared, since a norm is not negative.
 */
import { assume, chain, claim, rewriting, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { fittedModels } from '../models/fitted-models.js';
import { defining, qnn } from '../notation.js';
import { DOWN, KET_UP, timesMatrix, UP, Z } from '../witnesses.js';

export const fitted = assume(qnn, 'the loss is zero: every prediction is the label', 'y_j = tr(ρ_j M)');
const hypotheses = { pure: given.pure, scaledPauli: given.scaledPauli, fitted, parts: defining('u', 'w') };
const cited = Object.keys(hypotheses);
const SIZES = { d: 2, m: 1, p: 1 };
const start = { M: Z, γ: '1', 'Π₊': UP, 'Π₋': DOWN, v: [KET_UP], ρ: [UP], y: ['1'] };
const breaksWithout = {
  pure: witness(qnn, SIZES, { ...start, ρ: [DOWN], y: ['-1'] }),
  scaledPauli: witness(qnn, SIZES, { ...start, M: timesMatrix('2', Z), y: ['2'] }),
  fitted: witness(qnn, SIZES, { ...start, y: ['0'] }),
};

const PLUS = 'u_j† u_j = 1/2 (1 + y_j/γ)';
const MINUS = 'w_j† w_j = 1/2 (1 - y_j/γ)';

/** Sec. 4: u_j = (1/2)(1 ± 1/γ) û_j with a unit vector û_j. */
export const minimaNormsPrinted = claim({
  id: 'minima-norms-printed',
  title: 'At loss zero ‖u_j‖ = (1 + y_j/γ)/2, squared',
  source: 'Sec. 4, before Theorem 4.4',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: '“At the global minima, we have u_j(t) = ½(1 ± 1/γ)û_j(t) for some unit vector û_j(t)”',
    change: 'take the square root of ½(1 ± 1/γ), as Appendix C does',
  },
  theory: qnn,
  statement: 'u_j† u_j = (1/2 (1 + y_j/γ))^2',
  given: hypotheses,
  models: fittedModels,
  mutants: { 'opposite sign': 'u_j† u_j = (1/2 (1 - y_j/γ))^2', 'without the half': 'u_j† u_j = (1 + y_j/γ)^2' },
});

/** The square of the norm of u_j at loss zero. */
export const minimaNorms = claim({
  id: 'minima-norms',
  repairs: 'minima-norms-printed',
  title: 'At loss zero ‖u_j‖² = (1 + y_j/γ)/2',
  source: 'Sec. 4, before Theorem 4.4; App. C.2',
  theory: qnn,
  statement: PLUS,
  given: hypotheses,
  proof: chain('u_j† u_j').equals('1/2 (1 + y_j/γ)', rewriting(...cited), 'u†u + w†w = 1 and γ(u†u - w†w) = y_j.'),
  models: fittedModels,
  mutants: {
    'opposite sign': 'u_j† u_j = 1/2 (1 - y_j/γ)',
    'without the half': 'u_j† u_j = 1 + y_j/γ',
    'γ² for γ': 'u_j† u_j = 1/2 (1 + y_j/γ^2)',
  },
  breaksWithout,
});

/** App. C.2: v†v = (1/2)(1 ∓ 1/γ), where w is meant. */
export const minimaVectorPrinted = claim({
  id: 'minima-norms-eq-v',
  title: 'At loss zero v_j†v_j = (1 - y_j/γ)/2',
  source: 'App. C.2, before (113)',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: '“we can solve that u†_j u_j = ½(1 ± 1/γ) and v†_j v_j = ½(1 ∓ 1/γ) for y_j = ±1”',
    change: 'w for v: the inputs are unit vectors',
  },
  theory: qnn,
  statement: 'v_j† v_j = 1/2 (1 - y_j/γ)',
  given: hypotheses,
  models: fittedModels,
  mutants: { 'opposite sign': 'v_j† v_j = 1/2 (1 + y_j/γ)', 'without the half': 'v_j† v_j = 1 - y_j/γ' },
});

/** The square of the norm of w_j at loss zero. */
export const minimaNormsNegative = claim({
  id: 'minima-norms-negative',
  repairs: 'minima-norms-eq-v',
  title: 'At loss zero ‖w_j‖² = (1 - y_j/γ)/2',
  source: 'App. C.2, before (113)',
  theory: qnn,
  statement: MINUS,
  given: hypotheses,
  proof: chain('w_j† w_j').equals('1/2 (1 - y_j/γ)', rewriting(...cited), 'u†u + w†w = 1 and γ(u†u - w†w) = y_j.'),
  models: fittedModels,
  mutants: {
    'opposite sign': 'w_j† w_j = 1/2 (1 + y_j/γ)',
    'without the half': 'w_j† w_j = 1 - y_j/γ',
    'γ² for γ': 'w_j† w_j = 1/2 (1 - y_j/γ^2)',
  },
  breaksWithout,
});
