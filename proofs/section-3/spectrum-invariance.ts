import { asymptoticSpectrumLaw, descentSpectrumLaw } from '../../property-tests/spectrum-invariance.law.js';
import { chain, claim, induction, rewriting, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { qnn } from '../notation.js';
import { ONE, timesMatrix, Z } from '../witnesses.js';

const anyMeasurement = qnnModels({ pure: false, measurement: 'general', labels: 'real', root: false });
const SIZES = { d: 2, m: 1, p: 1 };

/** Powers of a conjugated matrix are conjugated powers, for every exponent. */
export const powerOfConjugation = claim({
  id: 'power-of-conjugation',
  title: 'Powers of U†M0U are U†M0^kU',
  source: 'Sec. 3, before Thm. 3.2',
  theory: qnn,
  statement: 'M^k = U† M0^k U',
  given: { unitary: given.unitary },
  proof: chain('M^k').equals(
    'U† M0^k U',
    induction('k', 'unitary'),
    'Induction on k: U†M0^kU · U†M0U = U†M0^(k+1)U, because UU† = I; and U†U = I for k = 0.',
  ),
  models: anyMeasurement,
  mutants: {
    'conjugated the other way': 'M^k = U M0^k U†',
    'one power too many': 'M^k = U† M0^(k+1) U',
    'without U': 'M^k = M0^k',
  },
  breaksWithout: {
    unitary: witness(qnn, SIZES, { M: timesMatrix('4', Z), M0: Z, U: timesMatrix('2', ONE) }, { k: 2 }),
  },
});

/**
 * The spectrum of M(θ) is that of M0 at every θ: all power traces agree, and they determine the characteristic
 * polynomial (Newton's identities).
 */
export const spectrumInvariance = claim({
  id: 'spectrum-invariance',
  title: 'The spectrum of the measurement never changes',
  source: 'Sec. 3, before Thm. 3.2',
  theory: qnn,
  statement: 'tr(M^k) = tr(M0^k)',
  uses: ['power-of-conjugation'],
  given: { unitary: given.unitary },
  proof: chain('tr(M^k)')
    .equals('tr(U† M0^k U)', rewriting('power-of-conjugation'), 'M^k = U†M0^kU for every k.')
    .equals('tr(M0^k)', rewriting('unitary'), 'The trace is cyclic, and UU† = I.'),
  models: anyMeasurement,
  laws: [descentSpectrumLaw, asymptoticSpectrumLaw],
  mutants: {
    'opposite sign': 'tr(M^k) = -tr(M0^k)',
    'next power': 'tr(M^(k+1)) = tr(M0^k)',
    'trace of U instead': 'tr(M^k) = tr(U^k)',
  },
  breaksWithout: {
    unitary: witness(qnn, SIZES, { M: timesMatrix('4', Z), M0: Z, U: timesMatrix('2', ONE) }, { k: 2 }),
  },
});

/** The derivative that the paper gives: tr(M^(n-1) i[A, M]) = 0 for every Hermitian A, so no power trace moves. */
export const powerTracesStand = claim({
  id: 'power-traces-stand',
  title: 'Moving by commutators, M keeps every power trace',
  source: 'Sec. 3, before Thm. 3.2',
  theory: qnn,
  statement: 'tr(M^(n-1) i[A, M]) = 0',
  given: {},
  proof: chain('tr(M^(n-1) i[A, M])')
    .equals('i tr(M^(n-1) A M) - i tr(M^(n-1) M A)', rewriting(), 'Open the commutator.')
    .equals('i tr(A M^n) - i tr(A M^n)', rewriting(), 'Turn the first trace round: exponents add to n on both sides.')
    .equals('0', rewriting()),
  models: anyMeasurement,
  mutants: {
    anticommutator: 'tr(M^(n-1) (A M + M A)) = 0',
    'one side': 'tr(M^(n-1) i A M) = 0',
    'another matrix inside': 'tr(M0^(n-1) i[A, M]) = 0',
  },
});
