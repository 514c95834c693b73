import { cliffordMomentLaw, haarMomentLaw } from '../../property-tests/second-moment.law.js';
import { chain, claim, rewriting, solved, witness } from '../../src/index.js';
import { ONE, timesMatrix, UP, Z } from '../witnesses.js';
import { moment } from './hypotheses.js';
import { definingMoment, secondMoment } from './notation.js';
import { secondMomentModels } from './second-moment-models.js';

const general = secondMomentModels({ traceless: false, average: true });
const traceless = secondMomentModels({ traceless: true, average: true });
const SIZES = { d: 2, n: 1 };
const average = definingMoment('T');

/** Coefficients of I and of the swap, times d² - 1. */
const IDENTITY = '(tr(H)^2 - 1/d tr(H H))';
const SWAP = '(tr(H H) - 1/d tr(H)^2)';

/** V = I alone: T is H ⊗ H, which is no combination of I and the swap for H = e₁e₁†. */
const oneTurn = witness(secondMoment, SIZES, { H: UP, V: [ONE], a: '1', b: '1' });
/** Unitaries that take σ_z to itself, to σ_x and to σ_y: enough for the second moment of σ_z. */
const HALF = '√2/2';
const turns = [
  ONE,
  [
    [HALF, HALF],
    [HALF, `-${HALF}`],
  ],
  [
    [HALF, HALF],
    [`i ${HALF}`, `-i ${HALF}`],
  ],
];

const balanced = { H: Z, V: turns, a: '-1/3', b: '2/3', Z: '2/3' };

/** The same V_q times 2 are not unitary, but their average is a combination of I and the swap too. */
const stretched = witness(
  secondMoment,
  { d: 2, n: 3 },
  {
    ...balanced,
    V: turns.map((turn) => timesMatrix('2', turn)),
    a: '-16/3',
    b: '32/3',
  },
);
/** V = 2I takes H = I to a multiple of I. */
const enlarged = witness(secondMoment, SIZES, { H: ONE, V: [timesMatrix('2', ONE)], a: '16', b: '0' });

/** Every V leaves the traces of H: tr(VHV† ⊗ VHV†) = (tr H)². */
export const momentTrace = claim({
  id: 'second-moment-trace',
  title: 'tr E[(VHV†)⊗(VHV†)] = (tr H)²',
  source: 'App. B.1, before (48)',
  theory: secondMoment,
  statement: 'tr(T) = tr(H)^2',
  given: { unitary: moment.unitary, average },
  proof: chain('tr(T)')
    .equals('1/n sum_q(tr(V_q H V_q†) tr(V_q H V_q†))', rewriting('average'), 'tr(A ⊗ B) = tr A tr B.')
    .equals('tr(H)^2', rewriting('unitary'), 'The trace is cyclic, and V†V = I.'),
  models: general,
  mutants: {
    'the trace of the square': 'tr(T) = tr(H H)',
    'not squared': 'tr(T) = tr(H)',
    'd times too large': 'tr(T) = d tr(H)^2',
  },
  breaksWithout: { unitary: enlarged },
});

/** Every V leaves the trace with the swap: tr((VHV† ⊗ VHV†) W) = tr(H²). */
export const momentSwapTrace = claim({
  id: 'second-moment-swap-trace',
  title: 'tr(E[(VHV†)⊗(VHV†)] W) = tr(H²)',
  source: 'App. B.1, before (48)',
  theory: secondMoment,
  statement: 'tr(T swap_D) = tr(H H)',
  given: { unitary: moment.unitary, average },
  proof: chain('tr(T swap_D)')
    .equals('1/n sum_q(tr(V_q H V_q† V_q H V_q†))', rewriting('average'), 'tr((A ⊗ B) W) = tr(AB).')
    .equals('tr(H H)', rewriting('unitary'), 'The trace is cyclic, and V†V = I.'),
  models: general,
  mutants: {
    'the square of the trace': 'tr(T swap_D) = tr(H)^2',
    'opposite sign': 'tr(T swap_D) = -tr(H H)',
    'd times too large': 'tr(T swap_D) = d tr(H H)',
  },
  breaksWithout: { unitary: enlarged },
});

/** The two traces of T = aI + bW. */
const TRACES = ['tr(T) = d^2 a + d b', 'tr(T swap_D) = d a + d^2 b'];

/**
 * The coefficient of the identity, from the two trace equations; nerdamer solves them, the kernel checks its answer.
 *
 * Divides by d² - 1: in dimension one the identity and the swap are the same.
 */
export const identityCoefficient = claim({
  id: 'second-moment-identity-coefficient',
  title: 'The coefficient of I in the second moment is (d (tr H)² - tr H²)/(d(d² - 1))',
  source: 'App. B.1, before (48); Collins and Śniady (2006)',
  theory: secondMoment,
  statement: `a = ${IDENTITY}/(d^2 - 1)`,
  uses: ['second-moment-trace', 'second-moment-swap-trace'],
  given: { unitary: moment.unitary, average, schurWeyl: moment.schurWeyl },
  proof: chain('a')
    .equals(
      solved('a', ['a', 'b'], ...TRACES),
      rewriting('schurWeyl'),
      'tr T = ad² + bd and tr(TW) = ad + bd², solved for a.',
    )
    .equals('(tr(T) - 1/d tr(T swap_D))/(d^2 - 1)', rewriting(), 'Over one denominator.')
    .equals(
      `${IDENTITY}/(d^2 - 1)`,
      rewriting('second-moment-trace', 'second-moment-swap-trace'),
      'tr T = (tr H)² and tr(TW) = tr(H²).',
    ),
  models: general,
  mutants: {
    'the coefficient of the swap': `a = ${SWAP}/(d^2 - 1)`,
    'plus for minus': 'a = (tr(H)^2 + 1/d tr(H H))/(d^2 - 1)',
    'd² for d² - 1': `a = ${IDENTITY}/d^2`,
    'd + 1 for d² - 1': `a = ${IDENTITY}/(d + 1)`,
  },
  breaksWithout: { unitary: stretched, schurWeyl: oneTurn },
});

/** The coefficient of the swap, from the same equations. */
export const swapCoefficient = claim({
  id: 'second-moment-swap-coefficient',
  title: 'The coefficient of the swap in the second moment is (d tr H² - (tr H)²)/(d(d² - 1))',
  source: 'App. B.1, before (48); Collins and Śniady (2006)',
  theory: secondMoment,
  statement: `b = ${SWAP}/(d^2 - 1)`,
  uses: ['second-moment-trace', 'second-moment-swap-trace'],
  given: { unitary: moment.unitary, average, schurWeyl: moment.schurWeyl },
  proof: chain('b')
    .equals(
      solved('b', ['a', 'b'], ...TRACES),
      rewriting('schurWeyl'),
      'tr T = ad² + bd and tr(TW) = ad + bd², solved for b.',
    )
    .equals('(tr(T swap_D) - 1/d tr(T))/(d^2 - 1)', rewriting(), 'Over one denominator.')
    .equals(
      `${SWAP}/(d^2 - 1)`,
      rewriting('second-moment-trace', 'second-moment-swap-trace'),
      'tr T = (tr H)² and tr(TW) = tr(H²).',
    ),
  models: general,
  mutants: {
    'the coefficient of the identity': `b = ${IDENTITY}/(d^2 - 1)`,
    'plus for minus': 'b = (tr(H H) + 1/d tr(H)^2)/(d^2 - 1)',
    'd² for d² - 1': `b = ${SWAP}/d^2`,
    'd + 1 for d² - 1': `b = ${SWAP}/(d + 1)`,
  },
  breaksWithout: { unitary: stretched, schurWeyl: oneTurn },
});

/** The second moment of any Hermitian H, with a trace or without. */
export const haarMoment = claim({
  id: 'haar-second-moment-any-trace',
  title: 'The second moment of a Hermitian matrix under Haar-random rotations',
  source: 'App. B.1, before (48); Collins and Śniady (2006)',
  theory: secondMoment,
  statement: `T = 1/(d^2 - 1) ${IDENTITY} I_D + 1/(d^2 - 1) ${SWAP} swap_D`,
  uses: ['second-moment-identity-coefficient', 'second-moment-swap-coefficient'],
  given: { unitary: moment.unitary, average, schurWeyl: moment.schurWeyl },
  proof: chain('T')
    .equals('a I_D + b swap_D', rewriting('schurWeyl'), 'Schur–Weyl duality.')
    .equals(
      `1/(d^2 - 1) ${IDENTITY} I_D + 1/(d^2 - 1) ${SWAP} swap_D`,
      rewriting('second-moment-identity-coefficient', 'second-moment-swap-coefficient'),
      'The coefficients.',
    ),
  models: general,
  laws: [cliffordMomentLaw, haarMomentLaw],
  mutants: {
    'the coefficients exchanged': `T = 1/(d^2 - 1) ${SWAP} I_D + 1/(d^2 - 1) ${IDENTITY} swap_D`,
    'the swap alone': `T = 1/(d^2 - 1) ${SWAP} swap_D`,
    'without the correction of the identity': `T = 1/(d^2 - 1) tr(H)^2 I_D + 1/(d^2 - 1) ${SWAP} swap_D`,
  },
  breaksWithout: { unitary: stretched, schurWeyl: oneTurn },
});

/** Y*: the second moment of a traceless generator is Z (W - I/d). */
export const haarSecondMoment = claim({
  id: 'haar-second-moment',
  title: 'E[(VHV†)⊗(VHV†)] = Z (W - I/d) for a traceless H',
  source: 'App. B.1, before (48); (69)',
  theory: secondMoment,
  statement: 'T = Z Ystar',
  uses: ['haar-second-moment-any-trace'],
  given: {
    unitary: moment.unitary,
    average,
    schurWeyl: moment.schurWeyl,
    traceless: moment.traceless,
    scale: moment.scale,
    limit: definingMoment('Ystar'),
  },
  proof: chain('T')
    .equals(
      '1/(d^2 - 1) tr(H H) (swap_D - 1/d I_D)',
      rewriting('haar-second-moment-any-trace', 'traceless'),
      'tr H = 0 leaves tr(H²)/(d² - 1) for the swap, and -1/d of it for the identity.',
    )
    .equals('Z Ystar', rewriting('scale', 'limit'), 'Z = tr(H²)/(d² - 1) and Y* = W - I/d.'),
  models: traceless,
  laws: [haarMomentLaw],
  mutants: {
    'opposite sign': 'T = -Z Ystar',
    'd² in place of d² - 1': 'T = 1/d^2 tr(H H) Ystar',
    'the swap alone': 'T = Z swap_D',
    'd times the identity': 'T = Z (swap_D - d I_D)',
  },
  breaksWithout: {
    unitary: stretched,
    schurWeyl: witness(secondMoment, SIZES, { H: Z, V: [ONE], a: '1', b: '1', Z: '2/3' }),
    traceless: witness(secondMoment, SIZES, { H: ONE, V: [ONE], a: '1', b: '0', Z: '2/3' }),
    scale: witness(secondMoment, { d: 2, n: 3 }, { ...balanced, Z: '1' }),
  },
});
