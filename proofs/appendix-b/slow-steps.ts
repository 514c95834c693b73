/** What the bounds of Lemma B.3 along the flow share: their rate, its certificates, and the witnesses that hypotheses are needed. */
import { certificate, type Positivity, type Term } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { slowWitness } from '../models/slow-witness.js';
import { FAST_TURN, OVERCOHERENT } from '../models/training-witness.js';
import { timesMatrix, Z } from '../witnesses.js';
import { slow, slowing } from './slow-hypotheses.js';

const { constant, fact, plus, reciprocal, size, square, times } = certificate;
type Read = (text: string) => Term;

/** √2 m/(pZ) ‖M‖_F ‖H‖_F, the largest speed of a parameter where the loss is one. */
export const SPEED = '√2 m/(p Z) μ κ';

/** Gradient flow on states with η = m/(pZ), where the Frobenius norms of M and of the generators stand still. */
export const moving = { ...slowing, clock: slow.clock, unitary: given.unitary, norms: slow.norms } as const;

/** What a step cites that draws on `speedPositive` or `speedSquared`. */
export const FROM = ['lemma-b.3-eq-84', 'clock', 'norms', 'unitary'];

/** SPEED >= 0. */
export const speedPositive = (term: Read): Positivity =>
  times(constant(term('√2')), size('m'), reciprocal(times(size('p'), fact('clock'))), fact('norms/0'), fact('norms/1'));

/** SPEED² b² - (dθ_l/dt)², where `level` shows b² - L >= 0. */
export const speedSquared = (term: Read, level: Positivity): Positivity =>
  plus(fact('lemma-b.3-eq-84'), times(square(term(SPEED)), level));

/** In both the residual is -3/25 or 18/25, and so the root of the loss what λ says. */
export const breaksAlways = {
  ansatz: slowWitness({ dU: [FAST_TURN] }),
  flow: slowWitness({ θdot: ['-100'] }),
  state: slowWitness({ ρ: [OVERCOHERENT] }),
  clock: slowWitness({ Z: '100' }),
};

export const breaksMoving = {
  ...breaksAlways,
  unitary: slowWitness({
    U: timesMatrix('2', [
      ['1', '0'],
      ['0', '1'],
    ]),
    M: timesMatrix('4', Z),
    ω: ['-1'],
    λ: '3√2/50',
  }),
  norms: slowWitness({ μ: '0' }),
};
