/**
 * Figure 2: one sample. -d ln L/dt is linear in k = 2(γ² - ŷ²), with slope 2 on the clock of Lemma 4.1, because L is a square of the residual; not
 * one, and not because the steps are small: a quarter of the step leaves it where it is.
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
  within,
} from '../../src/index.js';
import { quotientOf } from './asymptotic.js';
import { figure2Plot } from './figure-2-plot.js';
import { leastRates, rateChanges, slopesOf } from './one-sample-rates.js';
import {
  ofGroups,
  runsOf,
  runTraining,
  STEP,
  type TrainingOutcome,
  type TrainingSetting,
  trainingGroups,
  trainingSetting,
} from './training.js';

type Cases = (profile: Profile) => readonly Case<TrainingSetting>[];
type TrainingFinding = Finding<TrainingSetting, TrainingOutcome>;
type Control = TrainingFinding['control'];

const GAMMAS = [1.2, 1.4, 2, 4, 8] as const;
/** A slope scatters by about 2/sqrt(p). */
const RUNS = 24;
const DIMENSIONS = { quick: 8, full: 32 } as const;
const PARAMETERS = { quick: 160, full: 320 } as const;

/** The residual falls to about e^-4 of the start in them, with steps of 1e-3/p. */
const iterationsFor = (gamma: number): number => (gamma < 2 ? 2000 : gamma < 4 ? 800 : gamma < 8 ? 160 : 40);

const POINTS = 20;

const settingOf = (profile: Profile, gamma: number, part = 1, samples = 1): TrainingSetting => {
  const iterations = iterationsFor(gamma) * part;
  return trainingSetting(DIMENSIONS[profile], PARAMETERS[profile], gamma, iterations, {
    samples,
    every: iterations / POINTS,
    step: STEP / part,
    descent: profile === 'quick' ? 'flow' : 'discrete',
  });
};

/** `part`: steps of 1e-3/p over this, and as many times more of them. */
const runs =
  (gammas: readonly number[], part = 1, samples = 1): Cases =>
  (profile) =>
    gammas.flatMap((gamma) => runsOf(settingOf(profile, gamma, part, samples), RUNS));

export const figure2: Experiment<TrainingSetting, TrainingOutcome> = {
  id: 'figure-2',
  title: 'One sample: the rate of convergence against 2(γ² - ŷ²)',
  source: 'Figure 2, Section 4, Appendix D',
  cases: runs(GAMMAS),
  run: runTraining,
  plot: figure2Plot,
};

const CLOCK = 'on the clock of one sample';
const fourSamples: Control = {
  about: 'four samples, for which that clock is four times too fast',
  cases: runs([2, 4], 1, 4),
};

const twoSamples: Control = { about: 'two samples, for which that clock is twice too fast', cases: runs([4, 8], 1, 2) };

const slope = (
  range: readonly [number, number],
  cases: Cases,
  control: Control,
  printed: string | null = null,
): TrainingFinding => ({
  experiment: figure2,
  says: `the slope of -d ln L/dt against 2(γ² - ŷ²) ${CLOCK} is in [${range}]`,
  printed,
  cases,
  measure: ofGroups((group) => within(`slope (${group.name})`, meanOf(slopesOf(group)), range)),
  control,
});

const PRINTED =
  'the slope of the linear relation is not exactly one ... because we choose a learning rate much smaller than η in the corollary';

const SMALLER = [1.2, 2];

/** Pairs of the same γ, with steps whole and a quarter. */
const twoSteps: Cases = (profile) =>
  SMALLER.flatMap((gamma) => [...runs([gamma])(profile), ...runs([gamma], 4)(profile)]);
const clocks: Control = {
  about: 'one sample against four, at the same steps',
  cases: (profile) => [2, 4].flatMap((gamma) => [...runs([gamma])(profile), ...runs([gamma], 1, 4)(profile)]),
};

const ofSteps = (relation: '>=' | '<=', bound: number, printed: string | null): TrainingFinding => ({
  experiment: figure2,
  says: `the slope with the whole step is at ${relation === '>=' ? 'least' : 'most'} ${bound} times that with a quarter of it`,
  printed,
  cases: twoSteps,
  measure: (results) => {
    const groups = trainingGroups(results);
    return groups.flatMap((whole, k) =>
      k % 2 === 0
        ? [
            (relation === '>=' ? atLeast : atMost)(
              `slope, whole over quarter step (${whole.name})`,
              quotientOf(slopesOf(whole), slopesOf(groups[k + 1]!)),
              bound,
            ),
          ]
        : [],
    );
  },
  control: clocks,
});

export const figure2Reason = experimentClaim({
  id: 'figure-2-reason',
  title: 'The slope is not one because of the small learning rate',
  source: 'Section 4, Figure 2',
  asPrinted: true,
  erratum: {
    severity: 'false',
    printed:
      'Note that the slope of the linear relation is not exactly one. This is because we choose a learning rate much smaller than η in the corollary statement to simulate the dynamics of gradient flow.',
    change: 'the slope is 2, because L is quadratic in the residual: -d ln L/dt = 2k; a smaller step leaves it at 2',
  },
  says: {
    text: 'm = 1, γ = 1.2 and 2: the slope of -d ln L/dt against 2(γ² - ŷ²) with steps of 1e-3/p is at least 1.5 times that with a quarter of them, the time per step in proportion',
    latex: String.raw`-\frac{d \ln L}{dt} = c(\eta)\, 2(\gamma^2 - \hat y^2)`,
    findings: [ofSteps('>=', 1.5, PRINTED)],
  },
  wrong: {
    'one and a quarter times': { text: 'at least 1.25 times', findings: [ofSteps('>=', 1.25, PRINTED)] },
  },
});

export const figure2Slope = experimentClaim({
  id: 'figure-2-slope',
  title: 'One sample: -d ln L/dt is 2 times 2(γ² - ŷ²)',
  source: 'Section 4, Figure 2',
  repairs: 'figure-2-reason',
  says: {
    text: 'm = 1, γ = 1.2 ... 8: the slope of -d ln L/dt against 2(γ² - ŷ²) is 2 within 25 %, also with a quarter of the step',
    latex: String.raw`-\frac{d \ln L}{dt} = 2 \cdot 2(\gamma^2 - \hat y^2)`,
    findings: [
      slope([1.5, 2.5], runs(GAMMAS), fourSamples, 'approximately linear dependency'),
      slope([1.5, 2.5], runs(SMALLER, 4), fourSamples),
      ofSteps('<=', 1.4, null),
    ],
  },
  wrong: {
    'slope 1': { text: '1 within 25 %', findings: [slope([0.75, 1.25], runs(GAMMAS), twoSamples)] },
    'slope 4': { text: '4 within 25 %', findings: [slope([3, 5], runs(GAMMAS), twoSamples)] },
  },
});

const increases = (factor: number, control: Control): TrainingFinding => ({
  experiment: figure2,
  says: `the least rate of a run is in the mean at least ${factor} times that with the next smaller γ`,
  printed: 'The smallest convergence rate -d ln L/dt during training increases with γ',
  cases: runs(GAMMAS),
  measure: neighbours(factor),
  control,
});

const neighbours =
  (factor: number): TrainingFinding['measure'] =>
  (results) => {
    const groups = trainingGroups(results);
    return groups
      .slice(1)
      .map((group, k) =>
        atLeast(
          `least rate over that before (${group.name})`,
          quotientOf(leastRates(group), leastRates(groups[k]!)),
          factor,
        ),
      );
  };

const turned: Control = { about: 'γ falling', cases: runs([8, 4, 2]) };

export const figure2Increases = experimentClaim({
  id: 'figure-2-increases',
  title: 'One sample: the rate of convergence increases with γ',
  source: 'Section 4, Figure 2',
  asPrinted: true,
  says: {
    text: 'm = 1, γ = 1.2, 1.4, 2, 4, 8: the least -d ln L/dt of a run is in the mean at least 1.2 times that with the next smaller γ',
    latex: String.raw`\min_t -\frac{d \ln L}{dt} \text{ increases with } \gamma`,
    findings: [increases(1.2, turned)],
  },
  wrong: { 'by a factor 5': { text: 'at least 5 times', findings: [increases(5, turned)] } },
});

const moves = (bound: number, gamma: number, control: Control): TrainingFinding => ({
  experiment: figure2,
  says: `the rate at the end is at most ${bound} times that at the start`,
  printed: 'the convergence rate changes over time as the prediction ŷ changes',
  cases: runs([gamma]),
  measure: ofGroups((group) => [
    atMost(`rate at the end over that at the start (${group.name})`, meanOf(rateChanges(group)), bound),
  ]),
  control,
});

const eight: Control = { about: 'γ = 8', cases: runs([8]) };

export const figure2Moves = experimentClaim({
  id: 'figure-2-moves',
  title: 'One sample: the rate changes during training',
  source: 'Section 4, Figure 2',
  asPrinted: true,
  says: {
    text: 'm = 1, γ = 1.2: -d ln L/dt at the end of a run is in the mean at most 0.6 of what it is at the start',
    latex: String.raw`-\frac{d \ln L}{dt} \text{ is not constant}`,
    findings: [moves(0.6, 1.2, eight)],
  },
  wrong: {
    'for γ = 8 too': {
      text: 'at most 0.6 for γ = 8',
      findings: [moves(0.6, 8, { about: 'γ = 1.2', cases: runs([1.2]) })],
    },
  },
});
