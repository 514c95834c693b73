/** How Y - Y* and Kpert fall with the number of parameters at initialisation: like p^-1/2 in the root mean square. */
import {
  type Ansatz,
  asymptoticKernel,
  type ComplexMatrix,
  commutator,
  frobeniusNorm,
  haarMixedMoment,
  hardwareEfficientAnsatz,
  inputSideGenerators,
  normalisation,
  orthonormalStates,
  parameterisedMeasurement,
  pauliLike,
  perturbationKernel,
  perturbationOperator,
  prepareCircuit,
  pureState,
  type Random,
  type State,
  sampleColumns,
  sensitivity,
  type TrendLaw,
  tangentKernel,
  timesI,
  traceOfProduct,
  trendLaw,
} from '../src/index.js';
import { haarAnsatz, spectrum } from './haar-ansatz.js';

const square = (x: number): number => x * x;

/** ‖Y - Y*‖_F² at given angles. */
function squaredOperator(ansatz: Ansatz, parameters: Float64Array): number {
  const { z } = normalisation(ansatz, 1)!;
  return square(frobeniusNorm(perturbationOperator(inputSideGenerators(prepareCircuit(ansatz), parameters), z)));
}

const turning = (p: number): Float64Array => Float64Array.from({ length: p }, (_, l) => 0.7 * l);

/** E‖Y - Y*‖_F² = (1/p)(‖H‖_F⁴/Z² - ‖Y*‖_F²) = (d² - 1)(d² - 2)/p, whatever the traceless H. */
export const operatorConstant = (d: number): number => (d * d - 1) * (d * d - 2);

/** ‖Y - Y*‖_F² for the Haar ansatz, with its exact mean. */
export const operatorTrend: TrendLaw = trendLaw({
  id: 'perturbation-operator/trend',
  about:
    'the mean of ‖Y - Y*‖_F² from the generators of random circuits against (d² - 1)(d² - 2)/p, d = 3, unequal spectrum',
  variable: 'p',
  rungs: [2, 4, 8, 16, 32],
  draws: { quick: 150, deep: 4000 },
  observe: (p, random) => squaredOperator(haarAnsatz(spectrum('one against all', 3), p, random), turning(p)),
  predicted: { power: -1, constant: operatorConstant(3) },
  resolution: { power: 0.2, constant: 0.2 },
});

interface Kernels {
  readonly kpert: ComplexMatrix;
  readonly m: ComplexMatrix;
  readonly states: readonly State[];
}

/** Kpert at given angles, from the adjoint method: the measurement is ±1 in a random basis, the inputs are two random orthonormal states. */
function kernelsOf(ansatz: Ansatz, parameters: Float64Array, random: Random): Kernels {
  const d = ansatz.dimension;
  const columns = orthonormalStates(d, 2, random.split('inputs'));
  const states = [0, 1].map((j) => pureState(columnOf(columns, j)));
  const measurement = pauliLike(d, random.split('measurement'));
  const circuit = prepareCircuit(ansatz);
  const { jacobian } = sensitivity(
    { circuit, samples: sampleColumns(states), labels: Float64Array.of(1, -1), measurement },
    parameters,
  );
  const m = parameterisedMeasurement(circuit, parameters, measurement);
  const kasym = asymptoticKernel(
    m,
    states.map(({ densityMatrix }) => densityMatrix),
  );
  const { eta } = normalisation(ansatz, 2)!;
  return { kpert: perturbationKernel(tangentKernel(jacobian), kasym, eta), m, states };
}

function columnOf(a: ComplexMatrix, j: number): ComplexMatrix {
  const take = (part: Float64Array): Float64Array => part.filter((_, k) => k % a.cols === j);
  return { rows: a.rows, cols: 1, re: take(a.re), im: take(a.im) };
}

/**
 * p E‖Kpert‖_F² at given M and inputs: Σ_ij (E tr(A_i H')² tr(A_j H')²/Z² - Kasym_ij²), A_j = i[M, ρ_j], H' = V H V† for a
 * Haar-random V. M is independent of the generators, because the last unitary of the circuit is Haar-random.
 */
function kernelConstant({ m, states }: Kernels, generator: ComplexMatrix): number {
  const a = states.map(({ densityMatrix }) => timesI(commutator(m, densityMatrix)));
  const z = traceOfProduct(generator, generator).re / (m.rows ** 2 - 1);
  const parts = a.flatMap((x) =>
    a.map((y) => haarMixedMoment(x, y, generator) / z ** 2 - square(traceOfProduct(x, y).re)),
  );
  return parts.reduce((sum, part) => sum + part, 0);
}

/** ‖Kpert‖_F² for the Haar ansatz, relative to its exact mean at p = 1 for the same M and inputs. */
export const kernelTrend: TrendLaw = trendLaw({
  id: 'perturbation-kernel/trend',
  about:
    'the mean of ‖Kpert‖_F² by the adjoint method, over its variance at p = 1 from characters of S_4, against 1/p; d = 4, m = 2',
  variable: 'p',
  rungs: [4, 8, 16, 32, 64],
  draws: { quick: 300, deep: 8000 },
  observe: (p, random) => {
    const ansatz = haarAnsatz(spectrum('balanced', 4), p, random);
    const kernels = kernelsOf(ansatz, turning(p), random);
    return square(frobeniusNorm(kernels.kpert)) / kernelConstant(kernels, ansatz.layers[0].generator);
  },
  predicted: { power: -1, constant: 1 },
  resolution: { power: 0.4, constant: 0.35 },
});

/** Two qubits: a block has four parameters. */
const twoQubits = (p: number): Ansatz => hardwareEfficientAnsatz(2, p / 4);

/** ‖Kpert‖_F² for the hardware-efficient ansatz at θ(0) = 0: it does not fall at all. */
export const standingTrend: TrendLaw = trendLaw({
  id: 'perturbation-kernel/hardware-efficient',
  about:
    'the mean of ‖Kpert‖_F² by the adjoint method for the hardware-efficient ansatz at θ = 0 against a constant; d = 4, m = 2',
  variable: 'p',
  rungs: [8, 16, 32, 64, 128],
  draws: { quick: 200, deep: 4000 },
  observe: (p, random) => square(frobeniusNorm(kernelsOf(twoQubits(p), new Float64Array(p), random).kpert)),
  predicted: { power: 0, constant: null },
  resolution: { power: 0.4, constant: 0.4 },
});

const uniform = (p: number, random: Random): Float64Array =>
  Float64Array.from({ length: p }, () => 2 * Math.PI * random.uniform());

/** ‖Y - Y*‖_F² for the hardware-efficient ansatz at uniform angles: it falls like 1/p too, with a smaller constant. */
export const randomAnglesTrend: TrendLaw = trendLaw({
  id: 'perturbation-operator/random angles',
  about:
    'the mean of ‖Y - Y*‖_F² for the hardware-efficient ansatz at independent uniform angles against a power of p; d = 4',
  variable: 'p',
  rungs: [16, 32, 64, 128],
  draws: { quick: 60, deep: 2000 },
  observe: (p, random) => squaredOperator(twoQubits(p), uniform(p, random.split('angles'))),
  predicted: { power: -1, constant: null, within: 0.05 },
  resolution: { power: 0.2, constant: 0.2 },
});

const few = { quick: 60, deep: 60 };
const some = { quick: 120, deep: 120 };

/** The same draws with another prediction, or other draws: what is said instead must break. */
export const trendControls = {
  operatorSlower: {
    ...operatorTrend,
    id: 'perturbation-operator/slower',
    draws: few,
    predicted: { power: -0.5, constant: null },
  },
  operatorFaster: {
    ...operatorTrend,
    id: 'perturbation-operator/faster',
    draws: few,
    predicted: { power: -2, constant: null },
  },
  operatorConstant: {
    ...operatorTrend,
    id: 'perturbation-operator/(d² - 1)²',
    draws: { quick: 1500, deep: 1500 },
    rungs: [2, 4],
    predicted: { power: -1, constant: square(3 * 3 - 1) },
  },
  kernelSlower: {
    ...kernelTrend,
    id: 'perturbation-kernel/slower',
    draws: some,
    predicted: { power: -0.5, constant: null },
  },
  kernelConstant: {
    ...kernelTrend,
    id: 'perturbation-kernel/twice',
    draws: some,
    predicted: { power: -1, constant: 2 },
  },
  kernelHardware: {
    ...kernelTrend,
    id: 'perturbation-kernel/hardware-efficient falls',
    rungs: standingTrend.rungs,
    draws: few,
    observe: standingTrend.observe,
    predicted: { power: -1, constant: null },
  },
  standingAngles: {
    ...standingTrend,
    id: 'perturbation-kernel/random angles stand',
    draws: few,
    observe: (p: number, random: Random) =>
      square(frobeniusNorm(kernelsOf(twoQubits(p), uniform(p, random.split('angles')), random).kpert)),
  },
  anglesConstant: {
    ...randomAnglesTrend,
    id: 'perturbation-operator/random angles as Haar',
    draws: some,
    predicted: { power: -1, constant: operatorConstant(4), within: 0.05 },
  },
  anglesSlower: {
    ...randomAnglesTrend,
    id: 'perturbation-operator/random angles slower',
    predicted: { power: -0.5, constant: null, within: 0.05 },
  },
} satisfies Record<string, TrendLaw>;
