/**
 * Instances of a QNN as rational functions of real numbers, exact or floating: the models on which every rule, link and
 * statement about m samples is evaluated.
 *
 * The circuit stands at θ = 0, where e^{-iθH} is the identity and its derivative -iH is exact; any other θ is such a
 * circuit with other fixed unitaries. The derivative of U(θ) is taken by the product rule on the circuit, not by Eq. (16).
 */
import fc from 'fast-check';
import {
  addMatrices,
  adjointMatrix,
  type Field,
  hermitianWithValues,
  identityMatrix,
  largest,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  multiplyMatrices,
  projector,
  rational,
  type Shape,
  Supply,
  scaleMatrix,
  subtractMatrices,
  traceMatrix,
  unitary,
  unitVector,
} from '../../src/index.js';

export interface QnnShape extends Shape {
  /**
   * `generic`: nothing special; `repeated`: all samples and labels are equal; `orthonormal`: columns of one unitary;
   * `near boundary`: d = 2, p = 1, one sample almost at its label, H = σ_y, where Theorem 3.2 is sharp.
   */
  readonly regime: 'generic' | 'repeated' | 'orthonormal' | 'near boundary';
  readonly d: number;
  readonly m: number;
  readonly p: number;
  /** Rank of the positive eigenspace of M. */
  readonly plus: number;
  /** Bit j gives the sign of label j. */
  readonly signs: number;
  readonly k: number;
}

export interface QnnOptions {
  readonly pure: boolean;
  /** `pauli`: eigenvalues ±1; `scaled`: ±γ; `gapped`: ±1 and 0; `general`: any Hermitian M. */
  readonly measurement: 'pauli' | 'scaled' | 'gapped' | 'general';
  /** `signs`: ±1; `ends`: the ends α, β of the range of the spectrum; `real`: any. */
  readonly labels: 'signs' | 'ends' | 'real';
  /** Whether √L is asked for: on exact instances it is a number of Q(√2) where all residuals are equal, hence more of those. */
  readonly root: boolean;
  /** `circuit`: the parameters follow the gradient; `free`: M itself does, over all Hermitian matrices. */
  readonly moves?: 'circuit' | 'free';
}

const REGIMES: readonly QnnShape['regime'][] = ['generic', 'repeated', 'orthonormal', 'near boundary'];
const EQUAL_RESIDUALS: readonly QnnShape['regime'][] = ['repeated', 'near boundary'];

/** Models with the given kind of states, measurement and labels; every hypothesis of `given` that fits them holds. */
export function qnnModels(options: QnnOptions): ModelSource {
  const regimes = options.root ? [...REGIMES, ...EQUAL_RESIDUALS] : REGIMES;
  const shapes = fc
    .record({
      regime: fc.constantFrom(...regimes),
      d: fc.integer({ min: 2, max: 4 }),
      m: fc.integer({ min: 1, max: 3 }),
      p: fc.integer({ min: 1, max: 2 }),
      plus: fc.integer({ min: 0, max: 4 }),
      signs: fc.integer({ min: 0, max: 7 }),
      k: fc.integer({ min: 1, max: 4 }),
    })
    .map((shape): QnnShape => legal({ ...shape, plus: rankOf(shape) }));
  return models<QnnShape>({
    shapes,
    length: ({ d, m, p }) => 4 + 2 * d * d + m * (2 * d * d + 3) + 4 * d + p * (9 * d) + 8 * d,
    build: (field, shape, z) => buildModel(field, shape, z, options),
    smaller: (shape) => smallerShapes(shape).map(legal),
  });
}

/** The rank of the positive eigenspace: 0 or d, where M is ±1 and every commutator vanishes, on two draws of five only. */
function rankOf({ plus, d }: { readonly plus: number; readonly d: number }): number {
  return plus === 0 || plus === 4 ? (plus * d) / 4 : 1 + ((plus - 1) % (d - 1));
}

/** Fits the parts of a shape together: orthonormal inputs need m <= d, the boundary family has d = 2 and p = m = 1. */
function legal(shape: QnnShape): QnnShape {
  if (shape.regime === 'near boundary') return { ...shape, d: 2, m: 1, p: 1, plus: 1 };
  const m = shape.regime === 'orthonormal' ? Math.min(shape.m, shape.d) : shape.m;
  return { ...shape, m, plus: Math.min(shape.plus, shape.d) };
}

function smallerShapes(shape: QnnShape): QnnShape[] {
  const { d, m, p, signs, k } = shape;
  const out: QnnShape[] = [];
  if (d > 2) out.push({ ...shape, d: 2, plus: 1 }, { ...shape, d: d - 1 });
  if (m > 1) out.push({ ...shape, m: 1 });
  if (m > 2) out.push({ ...shape, m: m - 1 });
  if (p > 1) out.push({ ...shape, p: p - 1 });
  if (signs > 0) out.push({ ...shape, signs: 0 });
  if (k > 1) out.push({ ...shape, k: k - 1 });
  return out;
}

function buildModel<T>(field: Field<T>, shape: QnnShape, z: readonly T[], options: QnnOptions): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { d, m, p, k } = shape;
  const γ = options.measurement === 'scaled' ? algebra.plus(algebra.q(1), algebra.square(supply.real())) : algebra.q(1);
  const η = algebra.square(supply.real());
  const boundary = shape.regime === 'near boundary';
  const { m0, plus0, minus0, ends } = boundary
    ? boundaryMeasurement(supply, algebra, options, γ)
    : measurement(supply, algebra, shape, options, γ);
  const vectors = boundary ? [boundaryVector(supply, algebra)] : stateVectors(supply, shape);
  const factors = options.pure || boundary ? vectors.map((v) => asFactor(algebra, v)) : mixedFactors(supply, shape);
  const ρ = factors.map((factor) => algebra.mul(factor, algebra.dagger(factor)));
  const signs = Array.from({ length: m }, (_, j) => sign(algebra, shape, j));
  const y = signs.map((e) => label(supply, algebra, options, e, ends));
  const layers = Array.from({ length: p }, () =>
    boundary ? boundaryLayer(supply, algebra) : layer(supply, algebra, d),
  );
  const gates = boundary ? [algebra.one(2), algebra.one(2)] : Array.from({ length: p + 1 }, () => unitary(supply, d));
  const circuit = differentiate(
    algebra,
    gates,
    layers.map(({ generator }) => generator),
  );

  const back = (middle: Matrix<T>): Matrix<T> => algebra.mul(algebra.mul(algebra.dagger(circuit.u), middle), circuit.u);
  const M = back(m0);
  const dM = circuit.du.map((du) => {
    const half = algebra.mul(algebra.dagger(du), algebra.mul(m0, circuit.u));
    return algebra.add(half, algebra.dagger(half));
  });
  const r = ρ.map((state, j) => algebra.minus(y[j], traceMatrix(field, algebra.mul(state, M))));
  const overM = field.inverse(algebra.q(m));
  const g = dM.map((slope) =>
    field.negate(
      field.multiply(
        overM,
        algebra.total(ρ.map((state, j) => field.multiply(r[j], traceMatrix(field, algebra.mul(state, slope))))),
      ),
    ),
  );
  const θdot = g.map((slope) => field.negate(field.multiply(η, slope)));
  const turning = dM.map((slope, l) => scaleMatrix(field, θdot[l], slope)).reduce((a, b) => algebra.add(a, b));
  const pulled = ρ.map((state, j) => scaleMatrix(field, field.multiply(field.multiply(η, overM), r[j]), state));
  const Mdot = options.moves === 'free' ? pulled.reduce((a, b) => algebra.add(a, b)) : turning;
  const rdot = ρ.map((state) => field.negate(traceMatrix(field, algebra.mul(state, Mdot))));
  const Ldot = field.multiply(overM, algebra.total(r.map((x, j) => field.multiply(x, rdot[j]))));
  const scalars = (values: readonly T[]): Matrix<T>[] => values.map((x) => [[x]]);
  return {
    field,
    sizes: { d, m, p },
    exponents: { k, n: k },
    values: {
      M: [M],
      M0: [m0],
      U: [circuit.u],
      A: [
        hermitianWithValues(
          supply,
          Array.from({ length: d }, () => supply.real()),
        ),
      ],
      dU: circuit.du,
      dM,
      Mdot: [Mdot],
      H: circuit.seen,
      h: scalars(layers.map(({ norm }) => norm)),
      ρ,
      v: vectors,
      γ: scalars([γ]),
      η: scalars([η]),
      y: scalars(y),
      x: scalars(Array.from({ length: m }, () => supply.real())),
      θdot: scalars(θdot),
      rdot: scalars(rdot),
      Ldot: scalars([Ldot]),
      F: factors,
      α: scalars([ends[0]]),
      β: scalars([ends[1]]),
      ε: scalars(signs),
      ...(plus0 === null || minus0 === null ? {} : { 'Π₊': [back(plus0)], 'Π₋': [back(minus0)] }),
      ...(options.root ? rootOfLoss(algebra, r, Ldot) : {}),
    },
  };
}

/** M0 with its projectors, where it has two or three eigenvalues, and two numbers between which its spectrum lies. */
interface Measured<T> {
  readonly m0: Matrix<T>;
  readonly plus0: Matrix<T> | null;
  readonly minus0: Matrix<T> | null;
  readonly ends: readonly [T, T];
}

function measurement<T>(
  supply: Supply<T>,
  algebra: Algebra<T>,
  shape: QnnShape,
  options: QnnOptions,
  γ: T,
): Measured<T> {
  const { field, q, one } = algebra;
  const { d, plus } = shape;
  if (options.measurement === 'general') {
    const values = Array.from({ length: d }, () => supply.real());
    return { m0: hermitianWithValues(supply, values), plus0: null, minus0: null, ends: boundsOf(algebra, values) };
  }
  const ends = [field.negate(γ), γ] as const;
  if (options.measurement === 'gapped') {
    const basis = unitary(supply, d);
    const onto = (chosen: (k: number) => boolean): Matrix<T> =>
      algebra.mul(
        basis.map((row) => row.map((x, k) => (chosen(k) ? x : q(0)))),
        algebra.dagger(basis),
      );
    const [plus0, minus0] = [onto((k) => k < plus - 1), onto((k) => k >= plus)];
    return { m0: subtractMatrices(field, plus0, minus0), plus0, minus0, ends };
  }
  const plus0 = projector(supply, d, plus);
  const minus0 = subtractMatrices(field, one(d), plus0);
  return { m0: scaleMatrix(field, γ, subtractMatrices(field, plus0, minus0)), plus0, minus0, ends };
}

/** The least and the greatest of some real values. */
function boundsOf<T>({ field, minus }: Algebra<T>, values: readonly T[]): readonly [T, T] {
  const pick = (wanted: number): T => values.reduce((best, x) => (field.sign(minus(x, best)) === wanted ? x : best));
  return [pick(-1), pick(1)];
}

/** diag(β, α) in dimension two: with α = -γ and β = γ, or, where any spectrum is wanted, with any α <= β. */
function boundaryMeasurement<T>(
  supply: Supply<T>,
  algebra: Algebra<T>,
  { measurement }: QnnOptions,
  γ: T,
): Measured<T> {
  const { field, q, plus, square } = algebra;
  const low = measurement === 'general' ? supply.scaled(2, 1) : field.negate(γ);
  const high = measurement === 'general' ? plus(low, square(supply.real())) : γ;
  const diagonal = (a: T, b: T): Matrix<T> => [
    [a, q(0)],
    [q(0), b],
  ];
  return {
    m0: diagonal(high, low),
    plus0: diagonal(q(1), q(0)),
    minus0: diagonal(q(0), q(1)),
    ends: [low, high],
  };
}

/** ((1 - s²), 2s)/(1 + s²) with a small s: the prediction is 1 - O(s²). */
function boundaryVector<T>(supply: Supply<T>, { field, q, plus, minus, square }: Algebra<T>): Matrix<T> {
  const s = supply.scaled(1, 50);
  const reciprocal = field.inverse(plus(q(1), square(s)));
  return [minus(q(1), square(s)), field.multiply(q(2), s)].map((x) => [field.multiply(reciprocal, x)]);
}

function boundaryLayer<T>(supply: Supply<T>, { field, q, plus, square }: Algebra<T>) {
  const norm = plus(q(1), square(supply.real()));
  const i = field.multiply(norm, field.of({ a: 0n, b: 0n, c: 1n, d: 0n, n: 1n }));
  return {
    generator: [
      [q(0), field.negate(i)],
      [i, q(0)],
    ] as Matrix<T>,
    norm,
  };
}

function stateVectors<T>(supply: Supply<T>, { regime, d, m }: QnnShape): Matrix<T>[] {
  if (regime === 'orthonormal') {
    const q = unitary(supply, d);
    return Array.from({ length: m }, (_, j) => q.map((row) => [row[j]]));
  }
  const first = unitVector(supply, d);
  return Array.from({ length: m }, (_, j) => (j === 0 || regime === 'repeated' ? first : unitVector(supply, d)));
}

/** v e_1†, whose product with its adjoint is vv†. */
const asFactor = <T>({ q }: Algebra<T>, v: Matrix<T>): Matrix<T> =>
  v.map(([x]) => v.map((_, k) => (k === 0 ? x : q(0))));

/** F with tr(FF†) = 1, hence a mixed state FF†: a unit vector of C^(d²) in d rows. */
function mixedFactors<T>(supply: Supply<T>, { regime, d, m }: QnnShape): Matrix<T>[] {
  const draw = (): Matrix<T> => {
    const entries = unitVector(supply, d * d).map(([x]) => x);
    return Array.from({ length: d }, (_, i) => entries.slice(i * d, (i + 1) * d));
  };
  const first = draw();
  return Array.from({ length: m }, (_, j) => (j === 0 || regime === 'repeated' ? first : draw()));
}

function sign<T>({ q }: Algebra<T>, { regime, signs }: QnnShape, j: number): T {
  if (regime === 'near boundary') return q(1);
  return q((signs >> (regime === 'repeated' ? 0 : j)) & 1 ? -1 : 1);
}

function label<T>(
  supply: Supply<T>,
  { field, q, plus, minus }: Algebra<T>,
  { labels }: QnnOptions,
  e: T,
  ends: readonly [T, T],
): T {
  if (labels === 'real') return supply.real();
  if (labels === 'signs') return e;
  const [low, high] = ends;
  return field.multiply(q(1, 2), plus(plus(low, high), field.multiply(e, minus(high, low))));
}

/** s = √(2L) and its velocity (Ldot = s sdot), where all residuals have one modulus. */
function rootOfLoss<T>({ field, q, square, total }: Algebra<T>, r: readonly T[], Ldot: T): Record<string, Matrix<T>[]> {
  const s = field.sqrt(field.multiply(field.inverse(q(r.length)), total(r.map(square))));
  const sdot = field.sign(s) === 0 ? q(0) : field.multiply(Ldot, field.inverse(s));
  return { s: [[[s]]], sdot: [[[sdot]]] };
}

/** A generator with known spectrum, hence with a known norm. */
function layer<T>(supply: Supply<T>, { field }: Algebra<T>, d: number) {
  const values = Array.from({ length: d }, () => supply.real());
  return { generator: hermitianWithValues(supply, values), norm: largest(field, values) };
}

/** U = U_p ... U_0, its derivatives at θ = 0 by the product rule, and the generators seen from the input side. */
function differentiate<T>(algebra: Algebra<T>, gates: readonly Matrix<T>[], generators: readonly Matrix<T>[]) {
  const { mul, dagger, field } = algebra;
  const minusI = field.of({ a: 0n, b: 0n, c: -1n, d: 0n, n: 1n });
  const before = generators.map((_, l) => gates.slice(0, l + 1).reduce((u, gate) => mul(gate, u)));
  const after = generators.map((_, l) => gates.slice(l + 1).reduce((u, gate) => mul(gate, u)));
  return {
    u: gates.reduce((u, gate) => mul(gate, u)),
    du: generators.map((h, l) => mul(after[l], mul(scaleMatrix(field, minusI, h), before[l]))),
    seen: generators.map((h, l) => mul(dagger(before[l]), mul(h, before[l]))),
  };
}

export type Algebra<T> = ReturnType<typeof matrixAlgebra<T>>;

/** The few operations that models are written in, over one field. */
export function matrixAlgebra<T>(field: Field<T>) {
  const q = (p: number, n = 1): T => field.of(rational(p, n));
  const plus = (a: T, b: T): T => field.add(a, b);
  return {
    field,
    q,
    plus,
    minus: (a: T, b: T): T => field.add(a, field.negate(b)),
    square: (a: T): T => field.multiply(a, a),
    total: (values: readonly T[]): T => values.reduce(plus, q(0)),
    one: (d: number): Matrix<T> => identityMatrix(field, d),
    mul: (a: Matrix<T>, b: Matrix<T>): Matrix<T> => multiplyMatrices(field, a, b),
    add: (a: Matrix<T>, b: Matrix<T>): Matrix<T> => addMatrices(field, a, b),
    dagger: (a: Matrix<T>): Matrix<T> => adjointMatrix(field, a),
    outer: (v: Matrix<T>): Matrix<T> => multiplyMatrices(field, v, adjointMatrix(field, v)),
  };
}
