/** Two steps on one turn e^{iθH}: how a later generator moves, as printed and repaired, and how far e^{iθH} is from I. */
import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { turnModels } from '../models/turn-models.js';
import { turningWitness } from '../models/turn-witness.js';
import { ONE, timesMatrix, ZERO } from '../witnesses.js';
import { turnGiven as given } from './turn-hypotheses.js';
import { turn } from './turn-notation.js';

const { cauchySchwarz, fact, gram, plus, root, square } = certificate;
const models = turnModels();
const MOVING = 'd/dt((E ⊗ E) (K ⊗ K) (E ⊗ E)†)';
const turned = (inner: string): string => `(E ⊗ E) (${inner}) (E ⊗ E)†`;

/** The derivative of K(φ) ⊗ K(φ), with K(φ) = e^{iφH} K e^{-iφH}, as printed: with the sign of the opposite turn. */
export const derivativePrinted = claim({
  id: 'lemma-b.4-derivative',
  title: 'd/dφ (K(φ) ⊗ K(φ)) with [-iH, K]',
  source: 'App. B.2, after (97)',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: '‖d/dφ K(φ)^{⊗2}‖ = ‖(e^{iφH_k})^{⊗2} ([-iH_k, K] ⊗ K + K ⊗ [-iH_k, K]) (e^{-iφH_k})^{⊗2}‖',
    change: '[iH_k, K] for [-iH_k, K], which the norm does not see',
    stepOf: ['theorem-4.2'],
  },
  theory: turn,
  statement: `${MOVING} = ${turned('-i [H, K] ⊗ K + K ⊗ (-i [H, K])')}`,
  given: { motion: given.motion },
  models,
  mutants: {
    'one factor alone': `${MOVING} = ${turned('-i [H, K] ⊗ K')}`,
    'twice it': `${MOVING} = ${turned('-2 i [H, K] ⊗ K - 2 i K ⊗ [H, K]')}`,
    'not turned': `${MOVING} = -i [H, K] ⊗ K + K ⊗ (-i [H, K])`,
  },
});

/** The derivative of K(φ) ⊗ K(φ) with the sign that belongs to e^{iφH} K e^{-iφH}. */
export const derivativeRepaired = claim({
  id: 'lemma-b.4-derivative-repaired',
  repairs: 'lemma-b.4-derivative',
  title: 'd/dφ (K(φ) ⊗ K(φ)) with [iH, K]',
  source: 'App. B.2, after (97), repaired',
  theory: turn,
  statement: `${MOVING} = ${turned('i [H, K] ⊗ K + K ⊗ (i [H, K])')}`,
  given: { motion: given.motion },
  proof: chain(MOVING).equals(
    turned('i [H, K] ⊗ K + K ⊗ (i [H, K])'),
    rewriting('motion'),
    'Leibniz on both factors and both sides.',
  ),
  models,
  mutants: {
    'as printed': `${MOVING} = ${turned('-i [H, K] ⊗ K + K ⊗ (-i [H, K])')}`,
    'one factor alone': `${MOVING} = ${turned('i [H, K] ⊗ K')}`,
    'not turned': `${MOVING} = i [H, K] ⊗ K + K ⊗ (i [H, K])`,
  },
  breaksWithout: {
    motion: turningWitness({
      K: [
        ['0', '1'],
        ['1', '0'],
      ],
      Edot: ZERO,
    }),
  },
});

/**
 * ‖e^{iθH} - I‖ <= ‖H‖ |θ|: every entry between unit vectors moves at most at the speed ‖H‖. It is what `y-lipschitz` assumes
 * of a move; with -b for b from above, and with b along (e^{iθH} - I)a it is the norm.
 */
export const entrySpeed = claim({
  id: 'exponential-step',
  title: 'Re b†e^{iθH}a >= Re b†a - ‖H‖ θ for unit vectors a and b',
  source: 'beyond the paper',
  theory: turn,
  statement: { kind: 'linear', loss: 'G', rate: 'h' },
  given: { entry: given.entry, unitary: given.unitary, norm: given.norm, units: given.units },
  proof: chain('-Gdot')
    .equals('Im(b† E H a)', rewriting('entry'), 'E is differentiated to iEH.')
    .atMost(
      'h',
      positivity(
        (term) =>
          root(
            term('Im(b† E H a)'),
            term('h'),
            fact('norm'),
            plus(cauchySchwarz(term('E† b'), term('H a')), gram(term('B a')), square(term('Re(b† E H a)'))),
          ),
        'unitary',
        'norm',
        'units',
      ),
      'The imaginary part is at most the modulus; Cauchy–Schwarz for E†b and Ha; H² <= h².',
    ),
  models,
  mutants: {
    'half the speed': { kind: 'linear', loss: 'G', rate: '1/2 h' },
    'speed 1': { kind: 'linear', loss: 'G', rate: '1' },
    'norm squared': { kind: 'linear', loss: 'G', rate: 'h^2' },
  },
  breaksWithout: {
    entry: turningWitness({ Gdot: '-100' }),
    unitary: turningWitness({ E: timesMatrix('2', ONE) }),
    units: turningWitness({ a: [['2'], ['0']] }),
    norm: turningWitness({ h: '1/2' }),
  },
});
