/** A descent step as a segment that is run through at constant velocity: how fast the angle of the loss can fall on it. */
import { certificate, chain, claim, type Positivity, positivity, type Term } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { angleModels } from '../models/angle-models.js';
import { FAST_TURN, OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { qnn } from '../notation.js';
import { KET_UP, UP } from '../witnesses.js';
import { circuit } from './gradient-bound.js';
import { ANOTHER_ANGLE, NEAR_ITS_LABEL, THREEFOLD } from './loss-angle.js';

const { constant, fact, over, plus, root, square, times } = certificate;

/** The gradient at START, and the velocity of a descent step with it. */
const STRAIGHT = { G: ['864/625'], θdot: ['-864/625'] };

const FROM = ['angle-speed', 'angle', 'straight', 'start', 'fall'];

/** -Ddot <= 8 Σ‖H‖² σ0³ c0. */
function slowerThanStart(term: (text: string) => Term): Positivity {
  const norms = over('l', square(term('h_l')));
  return root(
    term('-Ddot'),
    term('8 sum_l(h_l^2) σ0^3 c0'),
    times(constant(term('8')), norms, square(term('σ0')), fact('start/0'), fact('start/1')),
    plus(times(norms, fact('start/2')), fact('angle-speed'), square(term('(σ0 c - c0 σ) ψdot'))),
  );
}

/**
 * Along the segment of a descent step, everywhere between its ends: sin(ψ - ψ0) falls no faster than 8 Σ‖H‖² sin³ψ0 cos ψ0.
 *
 * The right side is fixed by the start of the step. If the end has the smaller loss, let t* be the last time with ψ = ψ0.
 * From t* on 0 < L < 2 as long as the fall stays below sin ψ0, so that the mean value inequality over at most η gives
 * sin(ψ+ - ψ0) >= -8 η Σ‖H‖² sin³ψ0 cos ψ0 at the end. If the end has the larger loss, this is trivial.
 */
export const discreteSegment = claim({
  id: 'discrete-segment',
  title: 'After a time t of a descent step, sin(ψ - ψ0) >= -8 Σ‖H‖² sin³ψ0 cos ψ0 t',
  source: 'beyond the paper',
  theory: qnn,
  statement: { kind: 'linear', loss: 'D', rate: '8 sum_l(h_l^2) σ0^3 c0' },
  uses: ['angle-speed'],
  given: {
    ...circuit,
    curve: given.curve,
    angle: given.angle,
    interior: given.interior,
    straight: given.straight,
    start: given.start,
    fall: given.fall,
  },
  proof: chain('-Ddot').atMost(
    '8 sum_l(h_l^2) σ0^3 c0',
    positivity((term) => slowerThanStart(term), ...FROM),
    'cos²(ψ - ψ0)(dψ/dt)² <= Σ‖H‖² ‖∇L(θ)‖² <= (8 Σ‖H‖² sin³ψ0 cos ψ0)², by `gradient-bound` where the step starts.',
  ),
  models: angleModels(),
  mutants: {
    'factor 7.9': { kind: 'linear', loss: 'D', rate: '7.9 sum_l(h_l^2) σ0^3 c0' },
    'without the cosine': { kind: 'linear', loss: 'D', rate: '8 sum_l(h_l^2) σ0^4' },
    'where it is, not where it was': { kind: 'linear', loss: 'D', rate: '8 sum_l(h_l^2) σ^3 c' },
  },
  alsoTrue: {
    'rate: the exponent 3 by 2': chain('-Ddot')
      .atMost(
        '8 sum_l(h_l^2) σ0^3 c0',
        positivity((term) => slowerThanStart(term), ...FROM),
      )
      .atMost(
        '8 sum_l(h_l^2) σ0^2 c0',
        positivity((term) => {
          const room = root(term('σ0'), term('1'), constant(term('1')), square(term('c0')));
          return times(constant(term('8')), over('l', square(term('h_l'))), square(term('σ0')), fact('start/1'), room);
        }, 'start'),
        'sin ψ0 <= 1.',
      ),
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN], ...STRAIGHT }),
    pure: trainingWitness({ ρ: [OVERCOHERENT], ...STRAIGHT }),
    pauli: trainingWitness({ ...THREEFOLD, G: ['-864/625'], θdot: ['864/625'] }),
    norm: trainingWitness({ h: ['1/2'], G: ['432/625'], θdot: ['-432/625'] }),
    labels: trainingWitness({ y: ['8/25'], ...NEAR_ITS_LABEL, ...STRAIGHT }),
    rms: trainingWitness({ s: '98/625', ...ANOTHER_ANGLE }),
    curve: trainingWitness({ Ldot: '-100', sdot: '-1250/9' }),
    angle: trainingWitness({ ψdot: '-100' }),
    interior: trainingWitness({ v: [KET_UP], ρ: [UP], σ: '0', c: '1', ψdot: '-100', G: ['0'], θdot: ['0'] }),
    straight: trainingWitness({ G: ['864/625'], θdot: ['-100'] }),
    start: trainingWitness({ σ0: '7/25', c0: '24/25' }),
    fall: trainingWitness({ Ddot: '-100' }),
  },
});
