/** Independent uniform directions û_j in half the dimension: how large Ĝ - I is, what it takes from λ_g, and whether P <= I. */
import {
  type ComplexMatrix,
  columnsOf,
  eigenvaluesOf,
  entry,
  type FrequencyLaw,
  frequencyLaw,
  fromRows,
  haarState,
  identity,
  mul,
  operatorNorm,
  type Random,
  type Setting,
  sub,
  type TrendLaw,
  trendLaw,
} from '../src/index.js';

interface Directions extends Setting {
  readonly regime: 'uniform';
  readonly m: number;
  readonly d: number;
  readonly gamma: number;
  /** δ = chances/of. */
  readonly chances: number;
  readonly of: number;
}

const at = (m: number, d: number, gamma: number, chances: number, of: number): Directions => ({
  regime: 'uniform',
  m,
  d,
  gamma,
  chances,
  of,
});

const adjoint = (a: ComplexMatrix): ComplexMatrix => {
  const along = (part: (x: { re: number; im: number }) => number) =>
    Array.from({ length: a.cols }, (_, j) => Array.from({ length: a.rows }, (_, i) => part(entry(a, i, j))));
  return fromRows(
    along(({ re }) => re),
    along(({ im }) => -im),
  );
};

/** Ĝ for m directions. */
function gramMatrix({ m, d }: Pick<Directions, 'm' | 'd'>, random: Random): ComplexMatrix {
  const columns = columnsOf(Array.from({ length: m }, () => haarState(d / 2, random)));
  return mul(adjoint(columns), columns);
}

/** Entries f(Ĝ_ij, b_i² b_j²) for labels +1 on the first half of the samples and -1 on the others. */
function entrywise(gram: ComplexMatrix, gamma: number, f: (x: number, weight: number, i: number, j: number) => number) {
  const square = (j: number): number => (1 + (2 * j < gram.rows ? 1 : -1) / gamma) / 2;
  const rows = (part: 're' | 'im') =>
    Array.from({ length: gram.rows }, (_, i) =>
      Array.from({ length: gram.rows }, (_, j) => f(entry(gram, i, j)[part], square(i) * square(j), i, j)),
    );
  return fromRows(rows('re'), rows('im'));
}

const largest = (a: ComplexMatrix): number => Math.max(...eigenvaluesOf(a));

/** The largest eigenvalue of P. */
const ofOverlaps = (gram: ComplexMatrix, gamma: number): number =>
  largest(entrywise(gram, gamma, (x, weight) => Math.sqrt(weight) * x));

/** 1 - 1/γ² - λ_g/(2γ²), the largest eigenvalue of 4 D(E ∘ Eᵀ)D. */
function taken(gram: ComplexMatrix, gamma: number): number {
  const rows = Array.from({ length: gram.rows }, (_, i) =>
    Array.from({ length: gram.rows }, (_, j) => {
      const { re, im } = entry(gram, i, j);
      return i === j ? 0 : re * re + im * im;
    }),
  );
  return largest(entrywise(fromRows(rows), gamma, (x, weight) => 4 * weight * x));
}

const rounding = ({ m, d }: Directions, value: number): number => 64 * m * d * Number.EPSILON * (1 + value);
const logarithm = ({ chances, of }: Directions): number => Math.log((2 * of) / chances);

interface Change {
  readonly settings?: readonly Directions[];
  readonly draws?: number;
}

/** (117): ‖Ĝ - I‖ <= constant max(√m, √ln(2/δ))/d^power, so with c_m = constant and c_p = 1. */
function norms(id: string, bound: (setting: Directions) => number, change: Change = {}): FrequencyLaw {
  const {
    settings = [at(2, 4, 2, 1, 2), at(2, 16, 2, 1, 100), at(4, 8, 2, 1, 10), at(8, 8, 2, 1, 10), at(16, 64, 2, 1, 2)],
  } = change;
  return frequencyLaw<Directions>({
    id,
    about: '‖Ĝ - I‖ of independent uniform directions against the bound (117) with c_m = 5 and c_p = 1, for m <= d',
    settings,
    stated: ({ chances, of }) => [chances, of],
    draws: change.draws === undefined ? { quick: 150, deep: 3000 } : { quick: change.draws, deep: change.draws },
    observe: (setting, random) => {
      const value = operatorNorm(sub(gramMatrix(setting, random), identity(setting.m)));
      return { value, bound: bound(setting), error: rounding(setting, value) };
    },
  });
}

const size = (setting: Directions): number => Math.max(Math.sqrt(setting.m), Math.sqrt(logarithm(setting)));
const MANY = { settings: [at(16, 64, 2, 1, 2)], draws: 80 };

export const normLaw = norms('theorem-4.4/norm', (s) => (5 * size(s)) / Math.sqrt(s.d));
export const normControls = {
  constant: norms('theorem-4.4/norm, constant 1', (s) => size(s) / Math.sqrt(s.d), MANY),
  power: norms('theorem-4.4/norm, 1/d', (s) => (5 * size(s)) / s.d, MANY),
  samples: norms('theorem-4.4/norm, without m', (s) => 5 * Math.sqrt(logarithm(s) / s.d), MANY),
};

/** Draws until P <= I, as (12) needs; the settings are such that few draws are thrown away. */
function atMinima(setting: Directions, random: Random): ComplexMatrix {
  for (;;) {
    const gram = gramMatrix(setting, random);
    if (ofOverlaps(gram, setting.gamma) <= 1) return gram;
  }
}

/** 1 - 1/γ² - λ_g/(2γ²) at minima against a bound. */
function eigenvalues(id: string, bound: (setting: Directions) => number, change: Change = {}): FrequencyLaw {
  const { settings = [at(2, 8, 2, 1, 10), at(4, 64, 2, 1, 2), at(8, 128, 4, 1, 100), at(16, 256, 4, 1, 2)] } = change;
  return frequencyLaw<Directions>({
    id,
    about: 'what λ_g/(2γ²) lacks of 1 - 1/γ², for uniform directions given P <= I, against 4 times a power of m over d',
    settings,
    stated: ({ chances, of }) => [chances, of],
    draws: change.draws === undefined ? { quick: 100, deep: 1500 } : { quick: change.draws, deep: change.draws },
    observe: (setting, random) => {
      const value = taken(atMinima(setting, random), setting.gamma);
      return { value, bound: bound(setting), error: rounding(setting, value) };
    },
  });
}

const FEW = { settings: [at(16, 256, 4, 1, 2)], draws: 80 };

/** (12) with C2 = 4, and without the factor m. */
export const eigenvalueLaw = eigenvalues('theorem-4.4/λ_g', (s) => (4 * s.m * Math.max(s.m, logarithm(s))) / s.d);
export const sharpEigenvalueLaw = eigenvalues(
  'theorem-4.4/λ_g without m',
  (s) => (4 * Math.max(s.m, logarithm(s))) / s.d,
);
export const eigenvalueControls = {
  constant: eigenvalues('theorem-4.4/λ_g, C2 = 1/10', (s) => (s.m * s.m) / s.d / 10, FEW),
  sharpConstant: eigenvalues('theorem-4.4/λ_g, constant 1', (s) => s.m / s.d, FEW),
  power: eigenvalues('theorem-4.4/λ_g, 1/d²', (s) => (4 * s.m * s.m) / s.d ** 2, FEW),
  samples: eigenvalues('theorem-4.4/λ_g, without any m', (s) => (4 * logarithm(s)) / s.d, FEW),
};

/** What is taken from λ_g grows like m at fixed d, not like m². */
export const growthTrend: TrendLaw = trendLaw({
  id: 'theorem-4.4/growth',
  about: '1 - 1/γ² - λ_g/(2γ²) for γ = 4, d = 256 and as many labels +1 as -1, over m',
  variable: 'm',
  rungs: [8, 16, 32],
  draws: { quick: 120, deep: 600 },
  observe: (m, random) => taken(gramMatrix({ m, d: 256 }, random), 4),
  predicted: { power: 1, constant: null, within: 0.1 },
  resolution: { power: 0.15, constant: 1 },
});
export const growthControl: TrendLaw = {
  ...growthTrend,
  id: 'theorem-4.4/growth, m²',
  predicted: { power: 2, constant: null, within: 0.1 },
};

/** P has an eigenvalue above 1, in at least 1 - δ of all draws. */
function excess(id: string, settings: readonly Directions[], draws = 150): FrequencyLaw {
  return frequencyLaw<Directions>({
    id,
    about: '1 against the largest eigenvalue of P for independent uniform directions',
    settings,
    stated: ({ chances, of }) => [chances, of],
    draws: { quick: draws, deep: draws === 150 ? 3000 : draws },
    observe: (setting, random) => {
      const bound = ofOverlaps(gramMatrix(setting, random), setting.gamma);
      return { value: 1, bound, error: rounding(setting, bound) };
    },
  });
}

export const excessLaw = excess('theorem-4.4/P above I', [at(8, 64, 2, 1, 5), at(8, 32, 4, 1, 5)]);
export const excessControls = {
  scale: excess('theorem-4.4/P above I, larger γ', [at(8, 64, 4, 1, 5)], 100),
  dimension: excess('theorem-4.4/P above I, larger d', [at(8, 256, 2, 1, 5)], 100),
};
