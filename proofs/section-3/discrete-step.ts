/**
 * Theorem 3.2 for gradient descent θ+ = θ - η∇L(θ), step by step: 1/√L+ <= 1/√L + c1, written without divisions.
 *
 * By induction over the steps, L_t >= 1/(1/√L_0 + c1 t)² for every number t of steps, because each step adds at most c1
 * to 1/√L. Where L = 0 the gradient vanishes and nothing moves.
 *
 * The kernel proves the two ends of the argument: how fast the angle falls at each point of the step (`discrete-segment`), and
 * what a fall of that size does to the loss (here). What joins them is the mean value inequality, which the hypothesis `fall`
 * states as such.
 */
import { descentRunLaw, discreteStepLaw, printedStepLaw } from '../../property-tests/discrete-descent.law.js';
import {
  certificate,
  chain,
  claim,
  evidentlyPositive,
  type Positivity,
  positivity,
  rewriting,
  witness,
} from '../../src/index.js';
import { descentModels } from '../models/descent-models.js';
import { descent, step } from './descent-notation.js';
import { parts, sineStays } from './step-parts.js';

const { constant, plus, square, times } = certificate;
/** (σ, c) = (3, 4)/5 rises to (4, 3)/5, which a negative step of -1/8 takes for a fall. */
const uphill = { σ: '3/5', c: '4/5', 'σ₊': '4/5', 'c₊': '3/5', E: '-1/8' };
const atOnce = { σ: '3/5', c: '4/5', 'σ₊': '0', 'c₊': '1', E: '1/12' };
const noAngle = { ...atOnce, 'c₊': '0' };

/**
 * Theorem 3.2 holds for gradient descent with the sharp constant of the flow, c1 = 8√2 η Σ‖H‖², as long as η Σ‖H‖² <= 1/12.
 *
 * Both constants are the best. By `angle-speed` every step has ψ+ >= ψ - 8E sin³ψ cos ψ with E = η Σ‖H‖², and the family that
 * makes the flow's bound sharp (d = 2, m = p = 1, H = σ_y, M0 = σ_z) has equality. There 1/√L+ - 1/√L = (16 E + (192 E² - 16 E) ψ² + O(ψ⁴))/√2: beyond E = 1/12 it fails for small ψ.
 * The paper's learning rate 1e-3/p with ‖H‖² = d - 1/d is E = 0.032 and 0.064 for the two dimensions of Figure 1.
 */
export const discreteStep = claim({
  id: 'discrete-step',
  title: 'Gradient descent with η Σ‖H‖² <= 1/12: 1/√L+ <= 1/√L + 8√2 η Σ‖H‖²',
  source: 'beyond the paper',
  theory: descent,
  statement: 'R <= R₊ (1 + 8 √2 E R)',
  constant: { quantity: 'R - R₊', relation: '<=', value: '8 √2', unit: 'E R R₊' },
  given: {
    rate: step.rate,
    angles: step.angles,
    fall: step.fall,
    twelfth: step.twelfth,
    meaning: step.meaning,
  },
  proof: chain('R')
    .atMost(
      '√2 σ^2 x^2 (1 + 2 w)',
      positivity(
        (term) => {
          const { slack, z, a, w, oneMinusW, oneMinusAW, scaled } = parts(term, 'twelfth', 12);
          const one = constant(term('1'));
          const longer = plus(one, scaled('2', w));
          const free = scaled('2', z, slack);
          return times(
            constant(term('√2')),
            z,
            w,
            plus(
              times(free, oneMinusAW, longer, oneMinusW),
              times(w, w, plus(scaled('2', a, a), z, times(free, plus(constant(term('2')), a)), scaled('6', a, w, w))),
              times(square(term('σ^2 (1 - c^2 w)')), w, longer),
            ),
          );
        },
        'rate',
        'angles',
        'twelfth',
        'meaning',
      ),
      'x²(1 + 2w) >= 1: a polynomial in η Σ‖H‖² and sin²ψ, with every part visibly not negative.',
    )
    .atMost('√2 σ₊^2 (1 + 2 w)', sineStays('2', 'twelfth', 12), 'sin ψ₊ >= x sin ψ.')
    .equals('R₊ (1 + 8 √2 E R)', rewriting('meaning'), '2w = 8√2 η Σ‖H‖² √L.'),
  models: descentModels(12),
  laws: [discreteStepLaw, descentRunLaw],
  mutants: {
    'c1 = 11.2': 'R <= R₊ (1 + 11.2 E R)',
    'half of it': 'R <= R₊ (1 + 4 √2 E R)',
    'the loss never falls': 'R <= R₊',
  },
  breaksWithout: {
    rate: witness(descent, {}, uphill),
    angles: witness(descent, {}, noAngle),
    fall: witness(descent, {}, atOnce),
    twelfth: witness(
      descent,
      {},
      {
        E: '1/10',
        σ: '5/13',
        c: '12/13',
        'σ₊': '10363/29965',
        'c₊': '28116/29965',
      },
    ),
  },
});

/**
 * With the printed constant, c1 = 12 η Σ‖H‖², longer steps are allowed: η Σ‖H‖² <= 1/10 is enough.
 *
 * The longest step that works is 0.12172, where the one-qubit family breaks it at ψ = 0.493; 1/10 is 1.22 times shorter. For
 * c1 = 8√2 (1 + δ) η Σ‖H‖² the longest steps are 1/12, 0.0985, 0.1535 and 0.2245 at δ = 0, 0.01, 0.2 and 1. All are measured by
 * `npx vitest run property-tests/discrete-descent.test.ts`. The gradient bound without its cosine, ‖∇L‖² <= 16√2 Σ‖H‖² L^{3/2},
 * would give 1/208.5 for the printed constant and no step at all for the sharp one.
 */
export const discreteStepPrinted = claim({
  id: 'discrete-step-printed-constant',
  title: 'Gradient descent with η Σ‖H‖² <= 1/10: 1/√L+ <= 1/√L + 12 η Σ‖H‖²',
  source: 'beyond the paper; the constant of Thm. 3.2',
  theory: descent,
  statement: 'R <= R₊ (1 + 12 E R)',
  constant: { quantity: 'R - R₊', relation: '<=', value: '12', unit: 'E R R₊' },
  given: { rate: step.rate, angles: step.angles, fall: step.fall, tenth: step.tenth, meaning: step.meaning },
  proof: chain('R')
    .atMost(
      '√2 σ^2 x^2 (1 + 2.1 w)',
      positivity(
        (term) => {
          const { slack, z, a, w, oneMinusW, oneMinusAW, scaled } = parts(term, 'tenth', 10);
          const number = (text: string): Positivity => constant(term(text));
          const longer = plus(number('1'), scaled('2.1', w));
          const free = times(z, slack);
          const quartic = plus(
            scaled('1/10', square(term('1 - 7/2 w + 4 w^2'))),
            times(w, w, plus(scaled('1/4', square(term('1 - 2 w'))), scaled('3/40', oneMinusW), scaled('47/16', w, w))),
          );
          const more = plus(free, scaled('1/4', w, square(term('c^2 - σ^2')))); // σ²(1 - c² w) - w
          return times(
            number('√2'),
            z,
            w,
            plus(
              quartic,
              times(
                free,
                plus(scaled('2', oneMinusAW, longer, oneMinusW), times(w, w, plus(number('5/2'), scaled('11/4', w)))),
              ),
              scaled('21/4', a, w, w, w, w),
              times(more, plus(more, scaled('2', w)), w, longer),
            ),
          );
        },
        'rate',
        'angles',
        'tenth',
        'meaning',
      ),
      'x²(1 + 2.1w) >= 1, in the same way.',
    )
    .atMost('√2 σ₊^2 (1 + 2.1 w)', sineStays('2.1', 'tenth', 10), 'sin ψ₊ >= x sin ψ.')
    .atMost('R₊ (1 + 12 E R)', evidentlyPositive('rate', 'meaning'), '2.1 <= 3/√2, and 3/√2 w = 12 η Σ‖H‖² √L.'),
  models: descentModels(10),
  laws: [printedStepLaw],
  mutants: {
    'c1 = 8': 'R <= R₊ (1 + 8 E R)',
    'c1 = 6': 'R <= R₊ (1 + 6 E R)',
    'the loss never falls': 'R <= R₊',
  },
  breaksWithout: {
    rate: witness(descent, {}, uphill),
    angles: witness(descent, {}, noAngle),
    fall: witness(descent, {}, atOnce),
    tenth: witness(descent, {}, { E: '1/7', σ: '8/17', c: '15/17', 'σ₊': '1155/3077', 'c₊': '2852/3077' }),
  },
});
