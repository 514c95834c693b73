/** What Lemma B.3 assumes beyond gradient flow on an ansatz. */
import { assume, define } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { defining, qnn } from '../notation.js';

export const slow = {
  clock: assume(qnn, 'the learning rate of Lemma 4.1, η = m/(pZ) with Z > 0', 'η = m/(p Z)', 'Z >= 0'),
  norms: assume(
    qnn,
    'μ is the Frobenius norm of M0, κ that of every generator (all are conjugates of one)',
    'tr(M0 M0) = μ^2',
    'tr(H_l H_l) = κ^2',
    'μ >= 0',
    'κ >= 0',
  ),
  start: assume(qnn, 'the loss is at no time above λ², its value at t = 0 (`loss-falls`)', 'λ^2 >= L', 'λ >= 0'),
  falling: assume(
    qnn,
    'the loss is at no time above λ² exp(-νt), with ν > 0 and E = exp(-νt/2)',
    'Edot = -1/2 ν E',
    'λ^2 E^2 >= L',
    'λ >= 0',
    'E >= 0',
  ),
  oneNorm: assume(qnn, 'τ = Σ ω_l θ_l with Σ|ω_l| <= 1', 'τdot = sum_l(ω_l θdot_l)', '1 >= sum_l(|ω_l|)'),
  twoNorm: assume(qnn, 'τ = Σ ω_l θ_l with Σ ω_l² <= 1', 'τdot = sum_l(ω_l θdot_l)', '1 >= sum_l(ω_l^2)'),
  left: define(qnn, 'W is τ less (2/ν)(√2 m/(pZ)) μκλ exp(-νt/2)', 'Wdot = d/dt(τ - 2/ν √2 m/(p Z) μ κ λ E)'),
  rootOfSize: define(qnn, 'definition of √p', 'sqrt(p)^2 = p', 'sqrt(p) >= 0'),
} as const;

/** Gradient flow on an ansatz, with what the symbols stand for. */
export const flowing = { ansatz: given.ansatz, flow: given.flow, gradient: defining('g') } as const;

/** The same for states, where the speed of a parameter is bounded by the loss. */
export const slowing = {
  ...flowing,
  state: given.state,
  slope: defining('a'),
  loss: defining('L'),
} as const;
