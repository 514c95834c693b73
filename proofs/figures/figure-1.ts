/**
 * Figure 1: training with a Pauli measurement flattens for every number of parameters. What the caption of Figure 4 says of its level, L > 1e-1
 * after 10000 iterations, is true of few parameters and false of p = 80, and of the limit p = infinity.
 */
import {
  atLeast,
  atMost,
  type Case,
  type Experiment,
  experimentClaim,
  type Finding,
  meanOf,
  type Profile,
} from '../../src/index.js';
import {
  flattening,
  lastLosses,
  ofGroups,
  runsOf,
  runTraining,
  type TrainingOutcome,
  type TrainingSetting,
  trainingSetting,
} from './training.js';
import { trainingPlot } from './training-plot.js';

type Cases = (profile: Profile) => readonly Case<TrainingSetting>[];
type TrainingFinding = Finding<TrainingSetting, TrainingOutcome>;
type Control = TrainingFinding['control'];

const ITERATIONS = 10000;

/** Few parameters scatter more. */
const runsFor = (profile: Profile, p: number | null): number => {
  if (p === null) return 50;
  return p <= 10 ? 24 : profile === 'full' ? 10 : 6;
};

const sizes = {
  quick: { dimensions: [32], parameters: [10, 80, null] },
  full: { dimensions: [32, 64], parameters: [10, 20, 40, 80, null] },
} as const;

/** Quick runs are followed by strides. */
const runs =
  (gamma: number, iterations: number, wanted: (p: number | null, d: number) => boolean = () => true): Cases =>
  (profile) => {
    const { dimensions, parameters } = sizes[profile];
    const how = profile === 'quick' ? ({ descent: 'flow', every: iterations / 8 } as const) : {};
    return dimensions.flatMap((d) =>
      parameters.flatMap((p) =>
        wanted(p, d) ? runsOf(trainingSetting(d, p, gamma, iterations, how), runsFor(profile, p)) : [],
      ),
    );
  };

export const figure1: Experiment<TrainingSetting, TrainingOutcome> = {
  id: 'figure-1',
  title: 'Training with a Pauli measurement, γ = 1',
  source: 'Figure 1, Section 3, Appendix D',
  cases: runs(1, ITERATIONS),
  run: runTraining,
  plot: trainingPlot('Sublinear convergence with γ = 1', 0.1, 1),
};

const many = (p: number | null): boolean => p !== 10;
const trained = (p: number | null): boolean => p !== null;
const few = (p: number | null): boolean => p === 10;
const eighty = (p: number | null): boolean => p === 80;

const fewParameters: Control = { about: 'p = 10', cases: runs(1, ITERATIONS, few) };
const manyParameters: Control = { about: 'p = 80', cases: runs(1, ITERATIONS, eighty) };
const scaledUp: Control = { about: 'γ = 4, 2000 iterations, p = 80', cases: runs(4, 2000, eighty) };

/** `factor` times (1/2m) Σ r² after the last iteration. */
const level = (
  relation: '>=' | '<=',
  cases: Cases,
  control: Control,
  printed: string | null = null,
  factor = 1,
): TrainingFinding => ({
  experiment: figure1,
  says: `the mean of ${factor === 1 ? '' : `${factor} `}L after 10000 iterations is at ${relation === '>=' ? 'least' : 'most'} 0.1`,
  printed,
  cases,
  measure: ofGroups((group) => {
    const mean = meanOf(lastLosses(group).map((loss) => factor * loss));
    return [
      (relation === '>=' ? atLeast : atMost)(`last ${factor === 1 ? '' : `${factor} `}L (${group.name})`, mean, 0.1),
    ];
  }),
  control,
});

const PRINTED = 'in Figure 1, L > 1e-1 after 10000 iterations despite the increasing number of parameters';

export const figure1Level = experimentClaim({
  id: 'figure-1-level',
  title: 'The loss stays above 0.1 for 10000 iterations, however many parameters',
  source: 'Figure 4, caption; Figure 1',
  asPrinted: true,
  erratum: {
    severity: 'missing hypothesis',
    printed:
      'In contrast, in Figure 1, L > 1 × 10⁻¹ after 10000 iterations despite the increasing number of parameters.',
    change: 'say so of p = 10; with p = 80 the mean loss falls to a quarter of that, and in the limit p → ∞ far below',
  },
  says: {
    text: 'γ = 1, m = 4, steps of 1e-3/p, p = 80: the mean of L after 10000 iterations is at least 0.1',
    latex: 'L(10^4) > 10^{-1}',
    findings: [level('>=', runs(1, ITERATIONS, many), fewParameters, PRINTED)],
  },
  wrong: {
    'twice L: the mean square': {
      text: '(1/m) Σ r² is at least 0.1 for p = 80 at d = 32, and in the limit p → ∞',
      findings: [
        level(
          '>=',
          runs(1, ITERATIONS, (p, d) => many(p) && d === 32),
          fewParameters,
          PRINTED,
          2,
        ),
      ],
    },
    'four times L: the sum of squares over 2': {
      text: '(1/2) Σ r² is at least 0.1 in the limit p → ∞',
      findings: [
        level(
          '>=',
          runs(1, ITERATIONS, (p, d) => p === null && d === 32),
          fewParameters,
          PRINTED,
          4,
        ),
      ],
    },
  },
});

export const figure1Repaired = experimentClaim({
  id: 'figure-1-repaired',
  title: 'The loss stays above 0.1 for 10000 iterations with 10 parameters, not with 80',
  source: 'Figure 1',
  repairs: 'figure-1-level',
  says: {
    text: 'γ = 1, m = 4, steps of 1e-3/p, d = 32 (in full also 64): the mean of L after 10000 iterations is at least 0.1 for p = 10, at most 0.1 for p = 80 and in the limit p → ∞',
    latex: String.raw`L(10^4) > 10^{-1} 	ext{ for } p = 10, \quad L(10^4) < 10^{-1} 	ext{ for } p = 80`,
    findings: [
      level('>=', runs(1, ITERATIONS, few), manyParameters),
      level(
        '<=',
        runs(1, ITERATIONS, (p) => p === 80 || p === null),
        fewParameters,
      ),
    ],
  },
  wrong: {
    'turned round': {
      text: 'at most 0.1 for p = 10, at least 0.1 for p = 80',
      findings: [
        level('<=', runs(1, ITERATIONS, few), manyParameters),
        level('>=', runs(1, ITERATIONS, eighty), fewParameters),
      ],
    },
    'at most 0.1 for p = 10 too': {
      text: 'at most 0.1 for p = 10',
      findings: [level('<=', runs(1, ITERATIONS, few), manyParameters)],
    },
  },
});

const flat = (relation: '>=' | '<=', bound: number, cases: Cases, control: Control): TrainingFinding => ({
  experiment: figure1,
  says: `over the last quarter ln L falls at ${relation === '<=' ? 'most' : 'least'} ${bound} times as fast as over the first`,
  printed: 'the training curves (plotted under the log scale) flatten',
  cases,
  measure: ofGroups((group) => [
    (relation === '<=' ? atMost : atLeast)(`slowing of ln L (${group.name})`, meanOf(flattening(group)), bound),
  ]),
  control,
});

export const figure1Flattens = experimentClaim({
  id: 'figure-1-flattens',
  title: 'The training curves flatten for every number of parameters',
  source: 'Figure 1, Section 3',
  asPrinted: true,
  says: {
    text: 'γ = 1, m = 4, 10000 steps of 1e-3/p, p = 10 ... 80: over the last quarter -d ln L/dt is in the mean at most half of what it is over the first',
    latex: String.raw`-rac{d \ln L}{dt} 	o 0`,
    findings: [flat('<=', 0.5, runs(1, ITERATIONS, trained), scaledUp)],
  },
  wrong: {
    'linear: the rate stays': {
      text: 'at least 0.8 times for p = 10 ... 80',
      findings: [
        flat('>=', 0.8, runs(1, ITERATIONS, trained), {
          about: 'γ = 4, 2000 iterations, p = 80, against the same with γ = 1',
          cases: runs(4, 2000, eighty),
        }),
      ],
    },
  },
});
