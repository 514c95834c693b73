/** Exact states of one sample from which the witnesses of Section 4 are made. */
import { PLUS, timesMatrix, Z, ZERO } from '../witnesses.js';

export const SIZES = { d: 2 };

/** Half way between the eigenstates of γσ_z: ŷ = 0, and with y = 1 the prediction moves at the rate k = 2γ². */
export const HALFWAY = { M: timesMatrix('2', Z), ρ: PLUS, γ: '2', y: '1', Mdot: ZERO, ŷdot: '0', Ldot: '0', B: '1' };

/** The state (4, 3)/5 under 5σ_z: ŷ = 7/5. */
export const TILTED = [
  ['16/25', '12/25'],
  ['12/25', '9/25'],
];

/** The state (20, 99)/101: under γσ_z, ŷ = -9401γ/10201, which the loss leaves slowly. */
export const SLOW = [
  ['400/10201', '1980/10201'],
  ['1980/10201', '9801/10201'],
];
