/**
 * What the reduced flow keeps, and how the determinants move. P_a = V†Π_aV are the overlaps of the inputs in the eigenspaces.
 *
 * Jacobi's formula d ln det P/dt = tr(P⁻¹ dP/dt) is not in the kernel: the claims are about the trace, and the law
 * of `riccati-invariants` follows ln det P itself.
 */
import { chain, claim, rewriting, witness } from '../../src/index.js';
import { levelsModels } from '../models/levels-models.js';
import { DOWN, KET_UP, ONE, timesMatrix, UP, X, Z } from '../witnesses.js';
import { definingLevels, level, levels } from './levels-notation.js';

const anywhere = levelsModels({ spectrum: 'any', invertible: false });
const invertible = levelsModels({ spectrum: 'any', invertible: true });

/** One qubit and one input between the eigenvectors of σ_z, seen from the level 1; [σ_z, X] turns it. */
const SIZES = { d: 2, m: 1, n: 1 };
const ONE_LEVEL = {
  M: Z,
  V: [['√2/2'], ['√2/2']],
  R: [['1']],
  Π: [UP],
  Πdot: [X],
  λ: ['1'],
  Pinv: [[['2']]],
  Ψ: [[['1']]],
  Ψdot: [[['-1']]],
};

const flow = {
  carried: level.carried,
  eigenspace: level.eigenspace,
  pull: definingLevels('X'),
  parts: definingLevels('G', 'C', 'P', 'Pdot'),
};

/** Each level again, as matrices: dP_a/dt = P_a R (λ_a G - C) + h.c., in which P_a stands on the left or on the right. */
export const riccatiLevels = claim({
  id: 'riccati-levels',
  title: 'Each level as a matrix: dP_a/dt = P_a R (λ_a G - C) + h.c.',
  source: 'beyond the paper; (10)',
  theory: levels,
  statement: 'Pdot_a = P_a R (λ_a G - C) + (λ_a G - C) R P_a',
  given: flow,
  proof: chain('Pdot_a')
    .equals('V† [Π_a, [M, X]] V', rewriting('parts', 'carried'), 'The inputs do not move.')
    .equals('V† Π_a X (λ_a I - M) V + V† (λ_a I - M) X Π_a V', rewriting('eigenspace'), 'ΠM = MΠ = λΠ.')
    .equals('P_a R (λ_a G - C) + (λ_a G - C) R P_a', rewriting('pull', 'parts'), 'X = V R V†.'),
  models: anywhere,
  mutants: {
    'without its adjoint': 'Pdot_a = 2 P_a R (λ_a G - C)',
    'plus C': 'Pdot_a = P_a R (λ_a G + C) + (λ_a G + C) R P_a',
    'opposite sign': 'Pdot_a = P_a R (C - λ_a G) + (C - λ_a G) R P_a',
  },
  breaksWithout: {
    carried: witness(levels, SIZES, { ...ONE_LEVEL, Πdot: [Z] }),
    eigenspace: witness(levels, SIZES, { ...ONE_LEVEL, Π: [DOWN], Πdot: [timesMatrix('-1', X)] }),
  },
});

/** The reduced equations keep the overlaps of the inputs, G = Σ P_a, whatever the residuals are. */
export const overlapsStand = claim({
  id: 'riccati-overlaps',
  title: 'The reduced equations keep G: Σ_a dP_a/dt = 0',
  source: 'beyond the paper; (10)',
  theory: levels,
  statement: 'sum_a(Pdot_a) = 0 I_m',
  uses: ['riccati-levels'],
  given: { ...flow, complete: level.complete },
  proof: chain('sum_a(Pdot_a)')
    .equals('sum_a(P_a R (λ_a G - C) + (λ_a G - C) R P_a)', rewriting('riccati-levels'), 'The flow of each level.')
    .equals('0 I_m', rewriting('complete'), 'Σ P_a = G and Σ λ_a P_a = C: CRG - GRC + GRC - CRG.'),
  models: anywhere,
  mutants: {
    'each of them': 'Pdot_a = 0 I_m',
    'C too': 'sum_a(λ_a Pdot_a) = 0 I_m',
    'with the sign of the eigenvalue turned': 'sum_a(P_a R (λ_a G + C) + (λ_a G + C) R P_a) = 0 I_m',
  },
  breaksWithout: {
    carried: witness(levels, SIZES, { ...ONE_LEVEL, M: ONE, Π: [ONE], Πdot: [Z], V: KET_UP }),
    eigenspace: witness(levels, SIZES, {
      ...ONE_LEVEL,
      Π: [timesMatrix('2', UP)],
      Πdot: [timesMatrix('2', X)],
      λ: ['0'],
    }),
    complete: witness(levels, SIZES, ONE_LEVEL),
  },
});

/**
 * The rank and the signature of P_a stand: Ψ†P_aΨ does, and Ψ is invertible, as a solution of a linear equation that starts
 * from I (Liouville's formula, not in the kernel).
 */
export const rankStands = claim({
  id: 'riccati-rank',
  title: 'Ψ†P_aΨ stands for dΨ/dt = -R(λ_a G - C)Ψ: the rank of P_a is kept',
  source: 'beyond the paper; (10)',
  theory: levels,
  statement: 'd/dt(Ψ_a† P_a Ψ_a) = 0 I_m',
  uses: ['riccati-levels'],
  given: { ...flow, carrier: level.carrier },
  proof: chain('d/dt(Ψ_a† P_a Ψ_a)')
    .equals('Ψdot_a† P_a Ψ_a + Ψ_a† Pdot_a Ψ_a + Ψ_a† P_a Ψdot_a', rewriting(), 'The product rule.')
    .equals('Ψ_a† (Pdot_a - P_a R (λ_a G - C) - (λ_a G - C) R P_a) Ψ_a', rewriting('carrier'), 'Ψ moves by -R(λG - C).')
    .equals('0 I_m', rewriting('riccati-levels'), 'The flow of each level.'),
  models: anywhere,
  mutants: {
    'P itself': 'd/dt(P_a) = 0 I_m',
    'the adjoint on the other side': 'd/dt(Ψ_a P_a Ψ_a†) = 0 I_m',
    'without the adjoint': 'd/dt(Ψ_a P_a Ψ_a) = 0 I_m',
  },
  breaksWithout: {
    carried: witness(levels, SIZES, { ...ONE_LEVEL, Πdot: [Z] }),
    eigenspace: witness(levels, SIZES, { ...ONE_LEVEL, Π: [DOWN], Πdot: [timesMatrix('-1', X)] }),
    carrier: witness(levels, SIZES, { ...ONE_LEVEL, Ψdot: [[['0']]] }),
  },
});

/** d ln det P_a/dt = 2 tr(R(λ_a G - C)) for every level with an invertible P_a: by Jacobi's formula the left side is it. */
export const determinants = claim({
  id: 'riccati-determinants',
  title: 'd ln det P_a/dt = 2 tr(R (λ_a G - C)), for any spectrum',
  source: 'beyond the paper; (10)',
  theory: levels,
  statement: 'tr(Pinv_a Pdot_a) = 2 tr(R (λ_a G - C))',
  uses: ['riccati-levels'],
  given: { ...flow, inverse: level.inverse },
  proof: chain('tr(Pinv_a Pdot_a)')
    .equals(
      'tr(Pinv_a P_a R (λ_a G - C)) + tr(P_a Pinv_a (λ_a G - C) R)',
      rewriting('riccati-levels'),
      'The flow of each level; the trace is cyclic.',
    )
    .equals('2 tr(R (λ_a G - C))', rewriting('inverse'), 'P⁻¹P = PP⁻¹ = I.'),
  models: invertible,
  mutants: {
    'plus C': 'tr(Pinv_a Pdot_a) = 2 tr(R (λ_a G + C))',
    'one side only': 'tr(Pinv_a Pdot_a) = tr(R (λ_a G - C))',
    'without the inverse': 'tr(Pdot_a) = 2 tr(R (λ_a G - C))',
  },
  breaksWithout: {
    carried: witness(levels, SIZES, { ...ONE_LEVEL, Πdot: [Z] }),
    eigenspace: witness(levels, SIZES, { ...ONE_LEVEL, Π: [DOWN], Πdot: [timesMatrix('-1', X)] }),
    inverse: witness(levels, SIZES, { ...ONE_LEVEL, Pinv: [[['1']]] }),
  },
});
