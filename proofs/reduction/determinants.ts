/** Eigenvalues ±γ: the determinants of P = V†Π₊V and N = V†Π₋V, which neither grow nor fall without the other. */
import { determinantLaw } from '../../property-tests/reduction.law.js';
import { chain, claim, rewriting, witness } from '../../src/index.js';
import { levelsModels } from '../models/levels-models.js';
import { DOWN, timesMatrix, UP, X, Z, ZERO } from '../witnesses.js';
import { definingSigns, sign, signs } from './levels-notation.js';

const anywhere = levelsModels({ spectrum: 'signs', invertible: false });
const invertible = levelsModels({ spectrum: 'signs', invertible: true });

/** One qubit and one input between the eigenvectors of σ_z. */
const SIZES = { d: 2, m: 1 };
const START = {
  M: Z,
  V: [['√2/2'], ['√2/2']],
  R: [['1']],
  γ: '1',
  'Π₊': UP,
  'Π₋': DOWN,
  'Π₊dot': X,
  'Π₋dot': timesMatrix('-1', X),
  Pinv: [['2']],
  Ninv: [['2']],
};
const STILL = { ...START, 'Π₊dot': ZERO, 'Π₋dot': ZERO };
/** M = 2σ_z, which turns twice as fast as γ = 1 says. */
const DOUBLED = { ...START, M: timesMatrix('2', Z), 'Π₊dot': timesMatrix('2', X), 'Π₋dot': timesMatrix('-2', X) };

const flow = { pauli: sign.pauli, carried: sign.carried, pull: definingSigns('X') };

/** dP/dt = 2γ(P R N + N R P), and dN/dt is the opposite, since P + N = G stands. */
export const signedLevels = claim({
  id: 'riccati-signs',
  title: 'Eigenvalues ±γ: dP/dt = 2γ(P R N + N R P)',
  source: 'beyond the paper; (10)',
  theory: signs,
  statement: 'Pdot = 2 γ (P R N + N R P)',
  given: { ...flow, parts: definingSigns('P', 'N', 'Pdot') },
  proof: chain('Pdot')
    .equals('V† [Π₊, [M, X]] V', rewriting('parts', 'carried'), 'The inputs do not move.')
    .equals('2 γ V† (Π₊ X Π₋ + Π₋ X Π₊) V', rewriting('pauli'), 'M = γ(Π₊ - Π₋).')
    .equals('2 γ (P R N + N R P)', rewriting('pull', 'parts'), 'X = V R V†.'),
  models: anywhere,
  mutants: {
    'P and N swapped': 'Pdot = 2 γ (P R P + N R N)',
    'opposite sign': 'Pdot = -2 γ (P R N + N R P)',
    'γ² for γ': 'Pdot = 2 γ^2 (P R N + N R P)',
    'without its adjoint': 'Pdot = 4 γ P R N',
  },
  breaksWithout: { pauli: witness(signs, SIZES, DOUBLED), carried: witness(signs, SIZES, STILL) },
});

/** d ln det P/dt = 4γ tr(R N), by Jacobi's formula. P is invertible only for m <= d/2. */
export const positiveDeterminant = claim({
  id: 'riccati-invariants',
  title: 'd ln det P/dt = 4γ tr(R N)',
  source: 'beyond the paper; (10)',
  theory: signs,
  statement: 'tr(Pinv Pdot) = 4 γ tr(R N)',
  uses: ['riccati-signs'],
  given: { ...flow, parts: definingSigns('P', 'N', 'Pdot'), positive: sign.positive },
  proof: chain('tr(Pinv Pdot)')
    .equals('2 γ (tr(Pinv P R N) + tr(P Pinv N R))', rewriting('riccati-signs'), 'The flow of P; the trace is cyclic.')
    .equals('4 γ tr(R N)', rewriting('positive'), 'P⁻¹P = PP⁻¹ = I.'),
  models: invertible,
  laws: [determinantLaw],
  mutants: {
    'P for N': 'tr(Pinv Pdot) = 4 γ tr(R P)',
    'opposite sign': 'tr(Pinv Pdot) = -4 γ tr(R N)',
    'γ² for γ': 'tr(Pinv Pdot) = 4 γ^2 tr(R N)',
    'factor 2': 'tr(Pinv Pdot) = 2 γ tr(R N)',
    'N inverse': 'tr(Ninv Pdot) = 4 γ tr(R N)',
  },
  breaksWithout: {
    pauli: witness(signs, SIZES, DOUBLED),
    carried: witness(signs, SIZES, STILL),
    positive: witness(signs, SIZES, { ...START, Pinv: [['1']] }),
  },
});

/** d ln det N/dt = -4γ tr(R P). */
export const negativeDeterminant = claim({
  id: 'riccati-invariants-negative',
  title: 'd ln det N/dt = -4γ tr(R P)',
  source: 'beyond the paper; (10)',
  theory: signs,
  statement: 'tr(Ninv Ndot) = -4 γ tr(R P)',
  given: { ...flow, parts: definingSigns('P', 'N', 'Ndot'), negative: sign.negative },
  proof: chain('tr(Ninv Ndot)')
    .equals('tr(Ninv V† [Π₋, [M, X]] V)', rewriting('parts', 'carried'), 'The inputs do not move.')
    .equals('-2 γ tr(Ninv V† (Π₊ X Π₋ + Π₋ X Π₊) V)', rewriting('pauli'), 'M = γ(Π₊ - Π₋).')
    .equals('-2 γ (tr(Ninv N R P) + tr(N Ninv P R))', rewriting('pull', 'parts'), 'X = V R V†.')
    .equals('-4 γ tr(R P)', rewriting('negative'), 'N⁻¹N = NN⁻¹ = I.'),
  models: invertible,
  mutants: {
    'N for P': 'tr(Ninv Ndot) = -4 γ tr(R N)',
    'the sign of P': 'tr(Ninv Ndot) = 4 γ tr(R P)',
    'γ² for γ': 'tr(Ninv Ndot) = -4 γ^2 tr(R P)',
  },
  breaksWithout: {
    pauli: witness(signs, SIZES, DOUBLED),
    carried: witness(signs, SIZES, STILL),
    negative: witness(signs, SIZES, { ...START, Ninv: [['1']] }),
  },
});
