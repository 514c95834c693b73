/** Figure 4: with the measurement scaled by γ = 4 most runs come below 1e-2 within 1000 iterations. */
import {
  atLeast,
  atMost,
  type Case,
  type Experiment,
  experimentClaim,
  type Finding,
  meanOf,
  type Profile,
  shareOf,
} from '../../src/index.js';
import {
  flattening,
  ofGroups,
  runsOf,
  runTraining,
  type TrainingGroup,
  type TrainingOutcome,
  type TrainingSetting,
  trainingGroups,
  trainingSetting,
} from './training.js';
import { trainingPlot } from './training-plot.js';

type Cases = (profile: Profile) => readonly Case<TrainingSetting>[];
type TrainingFinding = Finding<TrainingSetting, TrainingOutcome>;
type Control = TrainingFinding['control'];

const ITERATIONS = 2000;
/** The iterations that the print speaks of, and the level. */
const WITHIN = 1000;
const LEVEL = 1e-2;

const sizes = {
  quick: { dimensions: [32], parameters: [10, 40] },
  full: { dimensions: [32, 64], parameters: [10, 20, 40, 80] },
} as const;

/** So many that a share of none or of all decides. */
const runsFor = (profile: Profile): number => (profile === 'full' ? 24 : 14);

const runs =
  (gamma: number, wanted: (p: number) => boolean = () => true): Cases =>
  (profile) => {
    const { dimensions, parameters } = sizes[profile];
    const how = profile === 'quick' ? ({ descent: 'flow', every: 100 } as const) : ({ every: 20 } as const);
    return dimensions.flatMap((d) =>
      parameters.flatMap((p) =>
        wanted(p) ? runsOf(trainingSetting(d, p, gamma, ITERATIONS, how), runsFor(profile)) : [],
      ),
    );
  };

export const figure4: Experiment<TrainingSetting, TrainingOutcome> = {
  id: 'figure-4',
  title: 'Training with a scaled measurement, γ = 4',
  source: 'Figure 4, Section 4, Appendix D',
  cases: (profile) => [
    ...runs(4)(profile),
    ...sizes[profile].dimensions.flatMap((d) => runsOf(trainingSetting(d, null, 4, ITERATIONS, { every: 20 }), 50)),
  ],
  run: runTraining,
  plot: trainingPlot('Fast convergence with γ = 4', LEVEL, 4),
};

const reached = ({ setting: { every }, outcomes }: TrainingGroup): readonly boolean[] =>
  outcomes.map(({ losses }) => losses[WITHIN / every]! < LEVEL);

const most = (p: number): boolean => p >= 20;
const plenty = (p: number): boolean => p >= 40;
const few = (p: number): boolean => p === 10;
const PRINTED = 'it takes less than 1000 iterations for L in most of the instances to convergence below 1e-2';

const gammaOne: Control = { about: 'γ = 1', cases: runs(1, most) };
const scaledUp: Control = { about: 'γ = 4', cases: runs(4, most) };

/** `together`: all instances in one share, else a share for each d and p. */
const share = (
  together: boolean,
  relation: '>=' | '<=',
  cases: Cases,
  control: Control,
  printed: string | null = null,
): TrainingFinding => ({
  experiment: figure4,
  says: `${together ? 'of all instances' : 'for each d and p'} at ${relation === '>=' ? 'least' : 'most'} half are below 1e-2 after 1000 iterations`,
  printed,
  cases,
  measure: (results) => {
    const groups = trainingGroups(results);
    const say = relation === '>=' ? atLeast : atMost;
    return together
      ? [say('share of instances', shareOf(groups.flatMap(reached)), 0.5)]
      : groups.map((group) => say(`share of instances (${group.name})`, shareOf(reached(group)), 0.5));
  },
  control,
});

export const figure4Iterations = experimentClaim({
  id: 'figure-4-iterations',
  title: 'With γ = 4 most instances fall below 0.01 within 1000 iterations',
  source: 'Figure 4',
  asPrinted: true,
  says: {
    text: 'γ = 4, m = 4, steps of 1e-3/p: after 1000 iterations L < 1e-2 in at least half of all instances (p = 10 ... 80), and in at least half of those of each p ≥ 20',
    latex: 'L(10^3) < 10^{-2}',
    findings: [share(true, '>=', runs(4), gammaOne, PRINTED), share(false, '>=', runs(4, most), gammaOne, PRINTED)],
  },
  wrong: {
    'with γ = 1': {
      text: 'in at least half of the instances with γ = 1, p ≥ 20',
      findings: [share(true, '>=', runs(1, most), scaledUp)],
    },
    'in at most half': {
      text: 'in at most half of the instances of each p ≥ 20',
      findings: [share(false, '<=', runs(4, most), gammaOne)],
    },
  },
});

const rate = (relation: '>=' | '<=', bound: number, gamma: number, control: Control): TrainingFinding => ({
  experiment: figure4,
  says: `over the last quarter ln L falls at ${relation === '<=' ? 'most' : 'least'} ${bound} times as fast as over the first`,
  printed: 'the convergence rate -d ln L/dt does not vanish as L → 0',
  cases: runs(gamma, plenty),
  measure: ofGroups((group) => [
    (relation === '<=' ? atMost : atLeast)(`slowing of ln L (${group.name})`, meanOf(flattening(group)), bound),
  ]),
  control,
});

export const figure4Rate = experimentClaim({
  id: 'figure-4-rate',
  title: 'With γ = 4 the rate of convergence does not vanish',
  source: 'Figure 4, Section 4',
  asPrinted: true,
  says: {
    text: 'γ = 4, m = 4, 2000 steps of 1e-3/p, p ≥ 40: over the last quarter -d ln L/dt is in the mean at least 0.35 of what it is over the first',
    latex: String.raw`-\frac{d \ln L}{dt} \not\to 0`,
    findings: [rate('>=', 0.35, 4, { about: 'γ = 1, p = 10, where it flattens', cases: runs(1, few) })],
  },
  wrong: {
    'vanishes as with γ = 1': {
      text: 'at most a tenth',
      findings: [rate('<=', 0.1, 4, { about: 'γ = 1, p = 10', cases: runs(1, few) })],
    },
  },
});
