/** What the variants of Theorem 3.2 share: hypotheses, and the witnesses that each is needed. */
import { given } from '../hypotheses.js';
import { FAST_TURN, OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { defining } from '../notation.js';
import { timesMatrix, Z } from '../witnesses.js';

/** What every variant shares: the ansatz, gradient flow, and what the symbols stand for. */
export const training = {
  ansatz: given.ansatz,
  flow: given.flow,
  rate: given.rate,
  norm: given.norm,
  root: given.root,
  gradient: defining('g'),
  kernel: defining('K', 'a'),
  jacobian: defining('K'),
  slope: defining('a'),
  output: defining('ŷ'),
  residual: defining('r', 'ŷ'),
  loss: defining('L'),
};

export const breaksAlways = {
  ansatz: trainingWitness({ dU: [FAST_TURN] }),
  flow: trainingWitness({ θdot: ['-100'] }),
  rate: trainingWitness({ η: '-1' }),
  norm: trainingWitness({ h: ['0'] }),
  state: trainingWitness({ ρ: [OVERCOHERENT] }),
};

export const tenfold = trainingWitness({ M: timesMatrix('10', Z), M0: timesMatrix('10', Z) });
