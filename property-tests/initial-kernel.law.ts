/** The mean of Kasym at initialisation, for a measurement ±γ of trace 0 and orthonormal inputs. */
import {
  asymptoticKernel,
  entry,
  fromDiagonal,
  parameterisedMeasurement,
  periodicAnsatz,
  prepareCircuit,
  pureState,
  type Random,
  type TrendLaw,
  trendLaw,
} from '../src/index.js';

const GAMMA = 2;

/** Kasym(0) of the first two basis states under the diagonal measurement ±γ: all that is random is the circuit. */
function initialKernel(d: number, random: Random) {
  const measurement = fromDiagonal(Array.from({ length: d }, (_, k) => (k % 2 === 0 ? GAMMA : -GAMMA)));
  const states = [0, 1].map((j) => pureState(basisState(d, j)).densityMatrix);
  const circuit = prepareCircuit(periodicAnsatz(d, 1, random));
  const kernel = asymptoticKernel(parameterisedMeasurement(circuit, new Float64Array(1), measurement), states);
  return { diagonal: entry(kernel, 0, 0).re, beside: entry(kernel, 0, 1).re };
}

const basisState = (d: number, j: number) => ({
  rows: d,
  cols: 1,
  re: Float64Array.from({ length: d }, (_, k) => (k === j ? 1 : 0)),
  im: new Float64Array(d),
});

const common = { variable: 'd', rungs: [2, 4, 8, 16], draws: { quick: 600, deep: 10_000 } };

/** E Kasym_ii = 2γ² d/(d + 1). */
export const diagonalMean: TrendLaw = trendLaw({
  ...common,
  id: 'initial-kernel/diagonal',
  about: 'the mean of Kasym_ii by commutators, over 2γ² d/(d + 1), against 1 for every d',
  observe: (d, random) => (initialKernel(d, random).diagonal * (d + 1)) / (2 * GAMMA ** 2 * d),
  predicted: { power: 0, constant: 1 },
  resolution: { power: 0.1, constant: 0.1 },
});

/** E Kasym_ij = -2γ² d/(d² - 1) for i ≠ j. */
export const besideMean: TrendLaw = trendLaw({
  ...common,
  id: 'initial-kernel/beside',
  about: 'the mean of Kasym_ij, i ≠ j, by commutators, over -2γ² d/(d² - 1), against 1 for every d',
  observe: (d, random) => (-initialKernel(d, random).beside * (d * d - 1)) / (2 * GAMMA ** 2 * d),
  predicted: { power: 0, constant: 1 },
  resolution: { power: 0.25, constant: 0.3 },
});

/** Controls: the same draws against another formula. */
export const initialKernelControls = {
  limit: {
    ...diagonalMean,
    id: 'initial-kernel/diagonal in the limit',
    observe: (d: number, random: Random) => initialKernel(d, random).diagonal / (2 * GAMMA ** 2),
  },
  linear: {
    ...diagonalMean,
    id: 'initial-kernel/γ for γ²',
    observe: (d: number, random: Random) => (initialKernel(d, random).diagonal * (d + 1)) / (2 * GAMMA * d),
  },
  sign: {
    ...besideMean,
    id: 'initial-kernel/beside, opposite sign',
    observe: (d: number, random: Random) => -besideMean.observe(d, random),
  },
  besideLimit: {
    ...besideMean,
    id: 'initial-kernel/beside, 2γ²/(d + 1)',
    observe: (d: number, random: Random) => (-initialKernel(d, random).beside * (d + 1)) / (2 * GAMMA ** 2),
  },
} satisfies Record<string, TrendLaw>;
