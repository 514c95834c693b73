/** The symbols of one turn e^{iθH} of the later generators, θ being the time: Y is D×D with D = d². */
import { type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';

const still = { constant: true } as const;

export const turn: ClaimTheory = theory({
  name: 'turn',
  sizes: { d: 'dimension', D: 'square of the dimension' },
  squares: { D: 'd' },
  indices: {},
  symbols: {
    H: { type: hermitian('d', still), meaning: 'generator of the parameter that moves' },
    h: { type: realScalar(still), meaning: 'a bound on the norm of H, not 0' },
    B: { type: matrix('d', 'd', still), meaning: 'a root of h² - H²' },
    E: { type: matrix('d', 'd', { velocity: 'Edot' }), meaning: 'e^{iθH}' },
    Edot: { type: matrix('d', 'd'), meaning: 'derivative of E by θ', latex: '\\dot E' },
    J: {
      type: hermitian('D', still),
      meaning: 'generator on both factors',
      stands: { at: [], for: 'H ⊗ I + I ⊗ H' },
    },
    S: { type: hermitian('D', still), meaning: 'mean of the later X_l where the turn starts' },
    s: { type: realScalar(still), meaning: 'a bound on the norm of S, not 0' },
    x: { type: matrix('D', '1', still), meaning: 'a unit vector' },
    Yst: {
      type: hermitian('D', still),
      meaning: 'expectation of Y, swap - I/d',
      latex: 'Y^\\star',
      stands: { at: [], for: 'swap - 1/d I_D' },
    },
    T: {
      type: hermitian('D', { velocity: 'Tdot' }),
      meaning: 'S turned',
      stands: { at: [], for: '(E ⊗ E) S (E ⊗ E)†' },
    },
    Tdot: { type: hermitian('D'), meaning: 'derivative of T by θ', latex: '\\dot T' },
    Q: {
      type: realScalar({ velocity: 'Qdot' }),
      meaning: 'expectation of the turned S in x',
      stands: { at: [], for: 'x† T x' },
    },
    Qdot: { type: realScalar(), meaning: 'derivative of Q by θ', latex: '\\dot Q' },
  },
});

export const definingTurn = (...names: string[]) => definitionsOf(turn, ...names);
