/** What intervals enclose on the sphere, against the loss and the asymptotic flow (10) of M: same landscape, and a trap. */
import fc from 'fast-check';
import { trap } from '../proofs/reduction/spurious-notation.js';
import {
  asymptoticFlow,
  asymptoticVelocity,
  type Bounded,
  bounded,
  type ComplexMatrix,
  complexMatrix,
  EXACT,
  entry,
  type Field,
  FLOATING,
  type Judgement,
  type Law,
  law,
  loss,
  mixedState,
  type Num,
  predictions,
  rational,
  residuals,
  type Shape,
  type State,
  scale,
  withJudge,
} from '../src/index.js';
import {
  GAMMA,
  INPUTS,
  inputState,
  pauliVector,
  slopeByFormula,
  slopeByMatrices,
  spherePoint,
  type Vector,
} from './qubit-trap.js';

const gamma = FLOATING.of(GAMMA).re;
const floating = (b: Vector<Num>) => b.map((x) => FLOATING.of(x)) as unknown as Vector<Bounded>;
const stateOf = (b: Vector<Bounded>): State => mixedState(complexMatrix(inputState(FLOATING, b)));
const trapping = { states: INPUTS.map((b) => stateOf(floating(b))), labels: Float64Array.of(1, 1, 1) };
const measurementAt = (n: Vector<Bounded>): ComplexMatrix => scale(complexMatrix(pauliVector(FLOATING, n)), gamma);

interface PointShape extends Shape {
  readonly regime: 'anywhere' | 'near the minimum';
}

/** Stereographic coordinates near those of the minimum. */
const NEAR = [rational(47, 64), rational(145, 128)] as const;

function pointOf<T>(field: Field<T>, { regime }: PointShape, z: readonly T[]): Vector<T> {
  const { add, multiply, of } = field;
  const [u, v] = NEAR.map((centre, k) =>
    regime === 'anywhere' ? z[k]! : add(of(centre), multiply(of(rational(1, 64)), z[k]!)),
  );
  return spherePoint(field, u!, v!);
}

/** -|difference of the losses| - the differences of dM/dt in each component, with dM/dt by the formula times `factor`. */
function landscapeGap(n: Vector<Bounded>, factor: number): Judgement {
  const m = measurementAt(n);
  const found = loss(residuals(trapping.labels, predictions(trapping.states, m)));
  const moved = asymptoticVelocity(m, trapping);
  const components = [entry(moved, 1, 0).re, entry(moved, 1, 0).im, entry(moved, 0, 0).re];
  const expected = slopeByFormula(FLOATING, n);
  const gaps = components.map((x, k) => Math.abs(x - factor * expected.velocity[k]!.re));
  // Residuals stay below 1 + γ; a component of the velocity is at most 2 · 3 γ² times that.
  return {
    margin: -Math.abs(found - expected.loss.re) - gaps.reduce((sum, gap) => sum + gap, 0),
    error: 256 * Number.EPSILON * 6 * gamma ** 2 * (1 + gamma),
  };
}

function exactGap(n: Vector<Num>): Num {
  const [found, expected] = [slopeByMatrices(n), slopeByFormula(EXACT, n)];
  const gap = (x: Num, y: Num): Num => {
    const difference = EXACT.add(x, EXACT.negate(y));
    return EXACT.sign(difference) > 0 ? EXACT.negate(difference) : difference;
  };
  return found.velocity.map((x, k) => gap(x, expected.velocity[k]!)).reduce(EXACT.add, gap(found.loss, expected.loss));
}

/** The enclosed formula is the loss, and -2m times its gradient along the sphere the flow. */
export const landscapeLaw: Law = law<PointShape, Vector<Bounded>>({
  id: 'spurious minimum/landscape',
  kind: 'instance',
  about:
    'loss and dM/dt of the flow (10) for the three inputs, by matrices, against the enclosed formula and -2m times its gradient along the sphere',
  shapes: fc.record({ regime: fc.constantFrom('anywhere', 'near the minimum') }),
  length: () => 2,
  decode: (shape, z) =>
    pointOf(
      FLOATING,
      shape,
      z.map((x) => bounded(x)),
    ),
  judge: (n) => landscapeGap(n, 1),
  smaller: () => [],
  exact: (shape, z) => exactGap(pointOf(EXACT, shape, z)),
  document: (n) => n.map(({ re }) => re),
  share: 0.1,
});

/** Control: a flow that is 1% faster. */
export const fasterFlowControl: Law = withJudge(landscapeLaw, 'spurious minimum/2.02m times the gradient', (n) =>
  landscapeGap(n as Vector<Bounded>, 1.01),
);

/** Middle of the box, and how far along each tangent direction the starts are: the saddle is some 0.9 away. */
const CENTRE = [0.52, 0.8, -0.29] as const;
const REACH = 0.4;

function startNear(z: readonly number[]): Vector<Bounded> {
  const [x, y, height] = CENTRE;
  const across = Math.hypot(x, y);
  const [east, north] = [z[0] ?? 0, z[1] ?? 0].map((t) => REACH * Math.tanh(t)) as [number, number];
  const moved = [
    x - (east * y) / across - (north * height * x) / across,
    y + (east * x) / across - (north * height * y) / across,
    height + north * across,
  ];
  const norm = Math.hypot(...moved);
  return moved.map((t) => bounded(t / norm)) as unknown as Vector<Bounded>;
}

/** The curvature is 1.49 or more there, so the flow comes closer by e^(-6 · 1.49 t). */
const TIME = 1.5;

/** How far inside the box the flow ends, and by how much L stays above 7/100; the less of both. */
function trappedMargin(start: Vector<Bounded>, data: typeof trapping): Judgement {
  const points = [...asymptoticFlow(measurementAt(start), data, { every: TIME, count: 1, tolerance: 1e-7 })];
  const { measurement, loss: end, error } = points[1]!;
  const [corner, top] = [entry(measurement, 1, 0), entry(measurement, 0, 0)];
  const n = [corner.re, corner.im, top.re].map((x) => x / gamma);
  const inside = Object.values(trap.box).map(([low, high], k) =>
    Math.min(n[k]! - fraction(low), fraction(high) - n[k]!),
  );
  return { margin: Math.min(...inside, end - 7 / 100), error: error * (1 + gamma) + 64 * Number.EPSILON };
}

function fraction(text: string): number {
  const [p, q = '1'] = text.split('/');
  return Number(p) / Number(q);
}

/** The flow of M from within 0.4 of the box ends in the box, and is stuck there. */
export const trappedLaw: Law = law<Shape, Vector<Bounded>>({
  id: 'spurious minimum/trapped',
  kind: 'trajectory',
  about: 'the flow (10) in dimension 2 from starts around the box ends in it, with a loss of 7/100 or more',
  shapes: fc.constant({ regime: 'around the minimum' }),
  length: () => 2,
  decode: (_, z) => startNear(z),
  judge: (start) => trappedMargin(start, trapping),
  smaller: () => [],
  exact: null,
  document: (n) => n.map(({ re }) => re),
  share: 0.015,
});

/** Control: the same starts with two orthonormal inputs and labels ±1; the loss falls below 7/100. */
const ORTHONORMAL = {
  states: [rational(1), rational(-1)].map((x) => stateOf(floating([rational(0), rational(0), x]))),
  labels: Float64Array.of(1, -1),
};
export const orthonormalControl: Law = withJudge(trappedLaw, 'spurious minimum/orthonormal inputs', (start) =>
  trappedMargin(start as Vector<Bounded>, ORTHONORMAL),
);

/** Control: from the opposite side of the sphere the flow does not end there. */
export const oppositeStartControl: Law = withJudge(trappedLaw, 'spurious minimum/from the opposite side', (start) => {
  const opposite = (start as Vector<Bounded>).map((x) => bounded(-x.re)) as unknown as Vector<Bounded>;
  return trappedMargin(opposite, trapping);
});
