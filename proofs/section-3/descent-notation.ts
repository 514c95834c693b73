/** One step of gradient descent, seen through the angle of the loss alone: its symbols and hypotheses. */
import { assume, type ClaimTheory, definitionsOf, realScalar, theory } from '../../src/index.js';

const number = (meaning: string, latex?: string) => ({
  type: realScalar({ constant: true }),
  meaning,
  ...(latex === undefined ? {} : { latex }),
});

export const descent: ClaimTheory = theory({
  name: 'descent',
  sizes: {},
  indices: {},
  symbols: {
    E: number('step size η times Σ‖H_l‖²'),
    σ: number('sin ψ before the step, where L = 2 sin⁴ψ', '\\sigma'),
    c: number('cos ψ before the step'),
    'σ₊': number('sin ψ₊ after the step', '\\sigma_+'),
    'c₊': number('cos ψ₊ after the step', 'c_+'),
    R: { ...number('√L before the step', '\\sqrt{L}'), stands: { at: [], for: '√2 σ^2' } },
    'R₊': { ...number('√L after the step', '\\sqrt{L_+}'), stands: { at: [], for: '√2 σ₊^2' } },
    w: { ...number('8 η Σ‖H‖² sin²ψ'), stands: { at: [], for: '8 E σ^2' } },
    x: { ...number('a lower bound of sin ψ₊/sin ψ'), stands: { at: [], for: '1 - c^2 w (1 + σ^2 w)' } },
  },
});

export const step = {
  rate: assume(descent, 'the step size is not negative', 'E >= 0'),
  angles: assume(
    descent,
    'ψ and ψ₊ lie in [0, π/2], where L = 2 sin⁴ψ <= 2',
    'c^2 = 1 - σ^2',
    'c₊^2 = 1 - σ₊^2',
    'σ >= 0',
    'c >= 0',
    'σ₊ >= 0',
    'c₊ >= 0',
  ),
  fall: assume(
    descent,
    'sin(ψ - ψ₊) <= 8 η Σ‖H‖² sin³ψ cos ψ: `discrete-segment` and the mean value inequality over the step θ - η∇L(θ)',
    'c σ₊ + 8 E σ^3 c >= σ c₊',
  ),
  twelfth: assume(descent, 'η Σ‖H‖² <= 1/12', '1 >= 12 E'),
  tenth: assume(descent, 'η Σ‖H‖² <= 1/10', '1 >= 10 E'),
  meaning: definitionsOf(descent, 'R', 'R₊', 'w', 'x'),
} as const;
