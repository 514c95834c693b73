/** Lemma B.2: how far Y is from Y* at initialisation, with which probability. */
import {
  type Ansatz,
  type FrequencyLaw,
  frequencyLaw,
  hardwareEfficientAnsatz,
  identity,
  inputSideGenerators,
  normalisation,
  operatorNorm,
  perturbationOperator,
  prepareCircuit,
  type Random,
  type Setting,
} from '../src/index.js';
import { haarAnsatz, type SPECTRA, spectrum } from './haar-ansatz.js';

export interface Initialisation extends Setting {
  readonly regime: (typeof SPECTRA)[number];
  readonly d: number;
  readonly p: number;
  /** δ = 1/oneIn. */
  readonly oneIn: number;
  /** θ_l = turn l: it must not depend on the draws. */
  readonly turn: number;
}

const at = (regime: Initialisation['regime'], d: number, p: number, oneIn: number, turn = 0): Initialisation => ({
  regime,
  d,
  p,
  oneIn,
  turn,
});

/** ‖Y(θ(0)) - Y*‖, from the generators seen from the input side. */
function distance(ansatz: Ansatz, turn: number): number {
  const { z } = normalisation(ansatz, 1)!;
  const parameters = Float64Array.from(ansatz.layers, (_, l) => turn * l);
  return operatorNorm(perturbationOperator(inputSideGenerators(prepareCircuit(ansatz), parameters), z));
}

/** (68) with another constant or another power of p: (constant/p^power) (‖H‖²/Z) √(2 log(d²/δ)). */
function bound(values: readonly number[], { d, p, oneIn }: Initialisation, constant: number, power: number): number {
  const largest = Math.max(...values.map(Math.abs));
  const z = values.reduce((sum, x) => sum + x * x, 0) / (d * d - 1);
  return ((constant * largest ** 2) / z / p ** power) * Math.sqrt(2 * Math.log(d * d * oneIn));
}

interface Change {
  readonly constant?: number;
  readonly power?: number;
  readonly settings?: readonly Initialisation[];
  readonly draws?: number;
  readonly ansatz?: (values: readonly number[], setting: Initialisation, random: Random) => Ansatz;
}

const SETTINGS = [
  at('balanced', 2, 1, 2),
  at('balanced', 2, 8, 2, 0.7),
  at('evenly spaced', 3, 6, 10),
  at('balanced', 4, 16, 10, 0.7),
  at('one against all', 4, 8, 100),
];

const haar = (values: readonly number[], { p }: Initialisation, random: Random): Ansatz =>
  haarAnsatz(values, p, random);

function concentration(id: string, change: Change = {}): FrequencyLaw {
  const { constant = 2, power = 0.5, settings = SETTINGS, draws, ansatz = haar } = change;
  return frequencyLaw<Initialisation>({
    id,
    about: '‖Y - Y*‖ from the generators of a random circuit against the bound (68), in at least 1 - δ of all draws',
    settings,
    stated: ({ oneIn }) => [1, oneIn],
    draws: draws === undefined ? { quick: 250, deep: 4000 } : { quick: draws, deep: draws },
    observe: (setting, random) => {
      const values = spectrum(setting.regime, setting.d);
      const value = distance(ansatz(values, setting, random), setting.turn);
      return {
        value,
        bound: bound(values, setting, constant, power),
        error: 64 * setting.d ** 2 * Number.EPSILON * value,
      };
    },
  });
}

/** (68) of Lemma B.2, as printed. */
export const concentrationLaw = concentration('lemma-b.2/concentration');

const MANY = [at('balanced', 4, 128, 10)];
const FEW = { settings: MANY, draws: 40 };

/** Control: the constant 1/4 in place of 2. */
export const smallerConstantControl = concentration('lemma-b.2/constant 1/4', { constant: 0.25 });

/** Control: a bound that holds in about half of all draws, said to fail in one of ten. */
export const smallerDeltaControl = concentration('lemma-b.2/δ too small', {
  constant: 0.4,
  settings: [at('balanced', 2, 16, 10)],
});

/** Control: 1/p in place of 1/√p. */
export const fasterControl = concentration('lemma-b.2/faster', { power: 1, ...FEW });

/** Control: one random basis for all layers. Each H_l is Haar-random, but they are not independent. */
export const dependentControl = concentration('lemma-b.2/dependent', {
  ...FEW,
  ansatz: (values, { p }, random) => {
    const { initial, layers, dimension } = haarAnsatz(values, 1, random);
    const still = { generator: layers[0].generator, unitary: identity(dimension) };
    return { dimension, initial, layers: Array.from({ length: p }, () => still) };
  },
});

/** Control: the hardware-efficient circuit at θ = 0, whose unitaries are not random. */
export const hardwareEfficientControl = concentration('lemma-b.2/hardware-efficient', {
  ...FEW,
  ansatz: (_, { d, p }) => hardwareEfficientAnsatz(Math.log2(d), Math.ceil(p / (2 * Math.log2(d)))),
});
