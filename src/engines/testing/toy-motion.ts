/** Toy claims about motion on a line: a quantity that falls no faster than at a rate, and convex ones. */
import fc from 'fast-check';
import { plus, square, times } from '../../claim/certificate.js';
import { chain, positivity, rewriting } from '../../claim/chain.js';
import { type Claim, claim } from '../../claim/claim.js';
import { assume } from '../../claim/hypothesis.js';
import { models } from '../../claim/model-source.js';
import { realScalar, theory } from '../../claim/theory.js';
import { witness } from '../../claim/witness.js';
import { rational } from '../../symbolic/kernel/number.js';

export const motion = theory({
  name: 'motion',
  sizes: { d: 'dimension' },
  indices: {},
  symbols: {
    g: { type: realScalar({ constant: true }), meaning: 'pull' },
    x: { type: realScalar(), meaning: 'thrust' },
    q: { type: realScalar({ velocity: 'v' }), meaning: 'height', latex: 'h' },
    v: { type: realScalar({ velocity: 'w' }), meaning: 'velocity of q', latex: '\\dot h' },
    w: { type: realScalar(), meaning: 'velocity of v', latex: '\\ddot h' },
  },
});

/** v = x² - 2g and w = x² + 2g. */
const motionModels = models({
  shapes: fc.record({ regime: fc.constant('line') }),
  length: () => 3,
  build: (field, _, z) => {
    const [g, x, q] = [z[0]!, z[1]!, z[2]!];
    const [squared, pull] = [field.multiply(x, x), field.multiply(field.of(rational(2)), g)];
    const values = { g, x, q, v: field.add(squared, field.negate(pull)), w: field.add(squared, pull) };
    return {
      field,
      sizes: { d: 1 },
      exponents: {},
      values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [[[value]]]])),
    };
  },
  smaller: () => [],
});

const thrust = assume(motion, 'the velocity is thrust less pull', 'v = x^2 - 2 g');
const spring = assume(motion, 'the acceleration is thrust and pull', 'w = x^2 + 2 g');

export const falling: Claim = claim({
  id: 'falling',
  title: 'Nothing falls faster than the pull lets it',
  source: 'a test',
  theory: motion,
  statement: { kind: 'linear', loss: 'q', rate: '2 g' },
  given: { thrust },
  proof: chain('-v')
    .equals('2 g - x^2', rewriting('thrust'), 'The velocity.')
    .atMost(
      '2 g',
      positivity((term) => square(term('x'))),
      'Thrust never pulls.',
    ),
  models: motionModels,
  mutants: {
    'half the rate': { kind: 'linear', loss: 'q', rate: 'g' },
    'no fall': { kind: 'linear', loss: 'q', rate: '0' },
  },
  breaksWithout: { thrust: witness(motion, { d: 1 }, { g: '0', x: '0', q: '0', v: '-1', w: '0' }) },
});

export const bending: Claim = claim({
  id: 'bending',
  title: 'The height bends upwards at least as the pull does',
  source: 'a test',
  theory: motion,
  statement: { kind: 'convex', loss: 'q', rate: '2 g' },
  given: { spring },
  proof: chain('2 g')
    .atMost(
      'x^2 + 2 g',
      positivity((term) => square(term('x'))),
      'Thrust never pulls.',
    )
    .equals('d/dt(v)', rewriting('spring'), 'The acceleration.'),
  models: motionModels,
  mutants: {
    'twice the rate': { kind: 'convex', loss: 'q', rate: '4 g' },
    'no curvature': { kind: 'convex', loss: 'q', rate: '0' },
    'the other sign': { kind: 'convex', loss: 'q', rate: '-2 g' },
  },
  breaksWithout: { spring: witness(motion, { d: 1 }, { g: '0', x: '0', q: '0', v: '0', w: '-1' }) },
});

/** With a rate of 0 the statement speaks of q alone. */
export const convex: Claim = claim({
  id: 'convex',
  title: 'Where the pull is upwards the height is convex',
  source: 'a test',
  theory: motion,
  statement: { kind: 'convex', loss: 'q', rate: '0' },
  given: { spring, upwards: assume(motion, 'the pull is a square', 'g = q^2') },
  proof: chain('0')
    .atMost(
      'x^2 + 2 q^2',
      positivity((term) => plus(square(term('x')), times({ kind: 'constant', value: rational(2) }, square(term('q'))))),
      'A sum of squares.',
    )
    .equals('d/dt(v)', rewriting('spring', 'upwards'), 'The acceleration.'),
  models: {
    ...motionModels,
    build: (field, shape, z) => motionModels.build(field, shape, [field.multiply(z[2]!, z[2]!), z[1]!, z[2]!]),
  },
  mutants: { 'more than convex': { kind: 'convex', loss: 'q', rate: '1/100' } },
  breaksWithout: {
    spring: witness(motion, { d: 1 }, { g: '0', x: '0', q: '0', v: '0', w: '-1' }),
    upwards: witness(motion, { d: 1 }, { g: '-1', x: '0', q: '0', v: '2', w: '-2' }),
  },
});
