/**
 * How Y moves with one parameter. Moving θ_k turns all later generators by one unitary, V X V† with V = e^{iθH} ⊗ e^{iθH},
 * and Y* not at all: so the mean S of the later X_l = H_l ⊗ H_l/Z - Y* is turned as a whole, and its norm stays small.
 */
import { certificate, chain, claim, type Positivity, positivity, rewriting, type Term } from '../../src/index.js';
import { turnModels } from '../models/turn-models.js';
import { turningWitness, ZERO_PAIR } from '../models/turn-witness.js';
import { ONE, timesMatrix, ZERO } from '../witnesses.js';
import { turnGiven as given } from './turn-hypotheses.js';
import { turn } from './turn-notation.js';

const { congruence, constant, fact, gramMatrix, plus, reciprocal, square, times } = certificate;

const models = turnModels();

/** Y* is a combination of the swap and the identity, and so commutes with whatever acts alike on both factors. */
export const centerCommutes = claim({
  id: 'y-star-commutes',
  title: 'Y* commutes with H ⊗ I + I ⊗ H',
  source: 'beyond the paper; App. B.1, (56)',
  theory: turn,
  statement: '[Yst, J] = 0 I_D',
  given: { center: given.center, pair: given.pair },
  proof: chain('[Yst, J]').equals('0 I_D', rewriting('center', 'pair'), 'W(A ⊗ B) = (B ⊗ A)W.'),
  models,
  mutants: {
    'with one factor alone': '[Yst, H ⊗ I] = 0 I_D',
    'with the difference': '[Yst, H ⊗ I - I ⊗ H] = 0 I_D',
    anticommutes: 'Yst J + J Yst = 0 I_D',
  },
});

/** The derivative of the turned S is a commutator. */
export const turnDerivative = claim({
  id: 'y-derivative',
  title: 'd/dθ (V S V†) = i V [H ⊗ I + I ⊗ H, S] V† for V = e^{iθH} ⊗ e^{iθH}',
  source: 'beyond the paper; cf. App. B.2, after (97)',
  theory: turn,
  statement: 'Tdot = i (E ⊗ E) [J, S] (E ⊗ E)†',
  given: { motion: given.motion, pair: given.pair },
  proof: chain('Tdot').equals(
    'i (E ⊗ E) [J, S] (E ⊗ E)†',
    rewriting('motion', 'pair'),
    'Leibniz on both factors and both sides.',
  ),
  models,
  mutants: {
    'opposite sign (as printed for K)': 'Tdot = -i (E ⊗ E) [J, S] (E ⊗ E)†',
    'one factor alone': 'Tdot = i (E ⊗ E) [H ⊗ I, S] (E ⊗ E)†',
    'not turned': 'Tdot = i [J, S]',
  },
});

/** 4h² - J². */
const spare = (term: (text: string) => Term): Positivity =>
  plus(
    times(constant(term('2')), plus(gramMatrix(term('B ⊗ I')), gramMatrix(term('I ⊗ B')))),
    gramMatrix(term('H ⊗ I - I ⊗ H')),
  );

/** The generator on both factors has at most twice the norm. */
export const pairNorm = claim({
  id: 'generator-pair-norm',
  title: '‖H ⊗ I + I ⊗ H‖ <= 2h, squared',
  source: 'beyond the paper',
  theory: turn,
  statement: 'J J <= 4 h^2 I_D',
  given: { norm: given.norm, pair: given.pair },
  proof: chain('J J').atMost(
    '4 h^2 I_D',
    positivity((term) => spare(term), 'norm', 'pair'),
    '4h² - J² = 2(h² - H²) ⊗ I + 2 I ⊗ (h² - H²) + (H ⊗ I - I ⊗ H)².',
  ),
  models,
  mutants: {
    'factor 2': 'J J <= 2 h^2 I_D',
    'not squared': 'J J <= 4 h I_D',
    'of the difference': 'J J <= 4 h^2 I_D - (H ⊗ I) (I ⊗ H)',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-J J').atMost(
      '4 h^2 I_D',
      positivity((term) => plus(times(constant(term('2')), gramMatrix(term('J'))), spare(term)), 'norm', 'pair'),
    ),
    'right side: the factor 4 times 1.01': chain('J J').atMost(
      '101/25 h^2 I_D',
      positivity(
        (term) => plus(spare(term), times(constant(term('1/25')), square(term('h')), gramMatrix(term('I_D')))),
        'norm',
        'pair',
      ),
    ),
  },
});

/** t i[J, S] <= (4 + more) h s I for rational -1 <= t <= 1; `rest` is 4(1 - t²) + 2 more, where that is not 0. */
const bracket = (t: string, ...rest: string[]) =>
  positivity(
    (term) =>
      times(
        reciprocal(times(constant(term('2')), fact('norm'), fact('small/1'))),
        plus(
          gramMatrix(term(`s J - ${t} 2 i h S`)),
          times(square(term('s')), fact('generator-pair-norm')),
          times(square(term(`${t} 2 h`)), fact('small')),
          ...rest.map((by) => times(constant(term(by)), square(term('h s')), gramMatrix(term('I_D')))),
        ),
      ),
    'generator-pair-norm',
    'norm',
    'small',
  );
const BRACKET = { norm: given.norm, small: given.small, pair: given.pair };

/** The norm of a commutator is at most twice the product of the norms; above. */
export const bracketAbove = claim({
  id: 'commutator-norm-above',
  title: 'i[A, S] <= 2 ‖A‖ ‖S‖, for A = H ⊗ I + I ⊗ H',
  source: 'beyond the paper',
  theory: turn,
  statement: 'i [J, S] <= 4 h s I_D',
  uses: ['generator-pair-norm'],
  given: BRACKET,
  proof: chain('i [J, S]').atMost('4 h s I_D', bracket('1'), '(A/a - iS/s)†(A/a - iS/s) >= 0 with a = 2h.'),
  models,
  mutants: {
    'half of it': 'i [J, S] <= 2 h s I_D',
    'norms squared': 'i [J, S] <= 4 h^2 s^2 I_D',
    'never positive': 'i [J, S] <= 0 I_D',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-i [J, S]').atMost('4 h s I_D', bracket('(-1)')),
    'left side: the factor i times 0.99': chain('99/100 i [J, S]').atMost('4 h s I_D', bracket('99/100', '199/2500')),
    'right side: the factor 4 times 1.01': chain('i [J, S]').atMost('101/25 h s I_D', bracket('1', '2/25')),
  },
});

/** The norm of a commutator is at most twice the product of the norms; below. */
export const bracketBelow = claim({
  id: 'commutator-norm-below',
  title: 'i[A, S] >= -2 ‖A‖ ‖S‖, for A = H ⊗ I + I ⊗ H',
  source: 'beyond the paper',
  theory: turn,
  statement: '-i [J, S] <= 4 h s I_D',
  uses: ['generator-pair-norm'],
  given: BRACKET,
  proof: chain('-i [J, S]').atMost('4 h s I_D', bracket('(-1)'), '(A/a + iS/s)†(A/a + iS/s) >= 0 with a = 2h.'),
  models,
  mutants: {
    'half of it': '-i [J, S] <= 2 h s I_D',
    'norms squared': '-i [J, S] <= 4 h^2 s^2 I_D',
    'never positive': '-i [J, S] <= 0 I_D',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('i [J, S]').atMost('4 h s I_D', bracket('1')),
    'left side: the factor -i times 0.99': chain('-99/100 i [J, S]').atMost(
      '4 h s I_D',
      bracket('(-99/100)', '199/2500'),
    ),
    'right side: the factor 4 times 1.01': chain('-i [J, S]').atMost('101/25 h s I_D', bracket('(-1)', '2/25')),
  },
});

/**
 * Along a segment on which one parameter moves: x†(VSV†)x changes by at most 4 h s |θ|, for every unit vector x.
 *
 * With x an eigenvector, and with -S for S: ‖VSV† - S‖ <= 4 ‖H‖ ‖S‖ |θ|, which `y-move` shows without a derivative.
 */
export const turnSegment = claim({
  id: 'y-segment',
  title: 'After a turn by θ, x†(V S V†)x >= x†S x - 4 ‖H‖ ‖S‖ θ',
  source: 'beyond the paper; cf. App. B.2, after (97)',
  theory: turn,
  statement: { kind: 'linear', loss: 'Q', rate: '4 h s' },
  uses: ['y-derivative', 'commutator-norm-below'],
  given: {
    motion: given.motion,
    unitary: given.unitary,
    unit: given.unit,
    ...BRACKET,
  },
  proof: chain('-Qdot')
    .equals('-x† Tdot x', rewriting('motion'), 'x does not move.')
    .equals('-i x† (E ⊗ E) [J, S] (E ⊗ E)† x', rewriting('y-derivative'), 'The derivative is a commutator.')
    .atMost(
      '4 h s x† (E ⊗ E) (E ⊗ E)† x',
      positivity((term) => congruence(term('(E ⊗ E)† x'), fact('commutator-norm-below')), 'commutator-norm-below'),
      'Its norm is at most 2 · 2h · s.',
    )
    .equals('4 h s', rewriting('unitary', 'unit'), 'V is unitary.'),
  models,
  mutants: {
    'factor 3.9': { kind: 'linear', loss: 'Q', rate: '3.9 h s' },
    'one factor alone': { kind: 'linear', loss: 'Q', rate: '2 h s' },
    'without the norm of H': { kind: 'linear', loss: 'Q', rate: '4 s' },
  },
  breaksWithout: {
    motion: turningWitness({ Edot: ZERO, Tdot: ZERO_PAIR, Qdot: '-100' }),
    unitary: turningWitness({ E: timesMatrix('2', ONE) }),
    unit: turningWitness({ x: [['1'], ['0'], ['0'], ['i']] }),
  },
});
