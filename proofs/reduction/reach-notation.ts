/** Which predictions orthonormal inputs can have, and the point of them that is nearest to the labels. */
import { assume, type ClaimTheory, definitionsOf, realScalar, theory } from '../../src/index.js';

const family = (meaning: string) => ({ type: realScalar({ over: ['m'], constant: true }), meaning });
const single = (meaning: string) => ({ type: realScalar({ constant: true }), meaning });

export const reach: ClaimTheory = theory({
  name: 'reach',
  sizes: { m: 'number of samples' },
  indices: { j: 'm' },
  symbols: {
    γ: { ...single('output range'), latex: '\\gamma' },
    s: single('γ(d - m), the range of the sum of the predictions'),
    y: family('label'),
    ŷ: { ...family('prediction'), latex: '\\hat y' },
    p: family('the nearest point to the labels'),
    α: { ...family('push towards γ'), latex: '\\alpha' },
    β: { ...family('push towards -γ'), latex: '\\beta' },
    μ: { ...single('push of the sum towards s'), latex: '\\mu' },
    ν: { ...single('push of the sum towards -s'), latex: '\\nu' },
    L: {
      type: realScalar({ constant: true }),
      meaning: 'loss',
      stands: { at: [], for: '1/2 1/m sum_j((y_j - ŷ_j)^2)' },
    },
  },
});

export const definingReach = (...names: string[]) => definitionsOf(reach, ...names);

export const reachable = {
  box: assume(reach, 'each prediction lies in [-γ, γ] (`prediction-range-below`, `-above`)', 'γ >= ŷ_j', 'ŷ_j >= -γ'),
  sum: assume(reach, 'so does their sum in [-s, s] (`reachable-sum`)', 's >= sum_j(ŷ_j)', 'sum_j(ŷ_j) >= -s'),
  nearest: assume(
    reach,
    'p is the nearest of such points: y - p is pushed by those bounds alone that p attains (Karush, Kuhn, Tucker)',
    'y_j = p_j + α_j - β_j + μ - ν',
    'α_j p_j = α_j γ',
    'β_j p_j = -β_j γ',
    'μ sum_j(p_j) >= μ s',
    '-ν sum_j(p_j) >= ν s',
  ),
  pushes: assume(reach, 'the bounds push inwards', 'α_j >= 0', 'β_j >= 0', 'μ >= 0', 'ν >= 0'),
} as const;
