/** Figure 6: the smallest eigenvalue of Kasym along training of circuits: for d >= 32 it falls towards the end, by more than 5 %; d = 16 scatters too much to say. */
import {
  asymptoticEntries,
  atLeast,
  atMost,
  type Case,
  type CaseResult,
  type Experiment,
  eigenvaluesOf,
  experimentClaim,
  type Finding,
  type Measured,
  meanOf,
  orthonormalKernel,
  type Plot,
  type PlotSeries,
  type Profile,
  type Random,
  trainingKernel,
} from '../../src/index.js';
import { pointOf } from './asymptotic.js';
import { bySetting, rounded } from './runs.js';
import { anglesOf, nameOf, problemOf, runsOf, type TrainingSetting, trainingSetting } from './training.js';

/** lambda_min(Kasym) at iterations 0, every, 2 every, ..., and the loss at the end. */
export type KernelOutcome = { readonly smallest: readonly number[]; readonly loss: number };

export type KernelResult = CaseResult<TrainingSetting, KernelOutcome>;

type Cases = (profile: Profile) => readonly Case<TrainingSetting>[];
type KernelFinding = Finding<TrainingSetting, KernelOutcome>;
type Control = KernelFinding['control'];

const ITERATIONS = 10000;
const POINTS = 20;
/** Small dimensions scatter more. */
const runsFor = (d: number): number => (d <= 32 ? 24 : 10);
const SIZES = { quick: [16, 32], full: [16, 32, 64] } as const;

const runs =
  (gamma: number, least = 0, iterations = ITERATIONS): Cases =>
  (profile) =>
    SIZES[profile]
      .filter((d) => d >= least)
      .flatMap((d) =>
        runsOf(
          trainingSetting(d, 80, gamma, iterations, {
            every: iterations / POINTS,
            descent: profile === 'quick' ? 'flow' : 'discrete',
          }),
          runsFor(d),
        ),
      );

export function runKernel(setting: TrainingSetting, random: Random): KernelOutcome {
  const problem = problemOf(setting, random);
  const kernel = trainingKernel(problem);
  const entriesAt = asymptoticEntries(problem);
  const smallest: number[] = [];
  let loss = 0;
  for (const theta of anglesOf(setting, kernel)) {
    smallest.push(rounded(eigenvaluesOf(orthonormalKernel(setting.gamma, entriesAt(theta)))[0]!));
    loss = rounded(kernel.value(theta).loss);
  }
  return { smallest, loss };
}

export const figure6: Experiment<TrainingSetting, KernelOutcome> = {
  id: 'figure-6',
  title: 'The smallest eigenvalue of Kasym along the training of circuits',
  source: 'Figure 6, Appendix D.2',
  cases: runs(2),
  run: runKernel,
  plot: figure6Plot,
};

function figure6Plot(results: readonly KernelResult[]): Plot {
  const series = bySetting(results).map((group): PlotSeries => {
    const { dimension, every } = group[0]!.setting;
    return {
      name: `d = ${dimension}`,
      kind: 'simulated',
      points: group[0]!.outcome.smallest.map((_, k) =>
        pointOf(
          k * every,
          group.map(({ outcome }) => outcome.smallest[k]!),
        ),
      ),
    };
  });
  return {
    title: 'λ_min(Kasym) along training, m = 4, γ = 2, p = 80',
    panels: [
      {
        title: 'm = 4, γ = 2, p = 80',
        x: { label: 'iterations', scale: 'linear' },
        y: { label: 'mean of λ_min(Kasym)', scale: 'linear' },
        series,
      },
    ],
  };
}

const ofSettings =
  (what: string, of: (outcome: KernelOutcome) => number, say: typeof atLeast, bound: number) =>
  (results: readonly KernelResult[]): readonly Measured[] =>
    bySetting(results).map((group) =>
      say(`${what} (${nameOf(group[0]!.setting)})`, meanOf(group.map(({ outcome }) => of(outcome))), bound),
    );

const endOverStart = ({ smallest }: KernelOutcome): number => smallest.at(-1)! / smallest[0]!;
const change = (outcome: KernelOutcome): number => Math.abs(1 - endOverStart(outcome));

const gammaEight: Control = { about: 'γ = 8, 1000 iterations', cases: runs(8, 32, 1000) };

const falls = (bound: number, control: Control): KernelFinding => ({
  experiment: figure6,
  says: `λ_min(Kasym) at the end is at most ${bound} times that at the start`,
  printed: 'the smallest convergence rates for training QNNs are obtained near the global minima',
  cases: runs(2, 32),
  measure: ofSettings('λ_min at the end over the start', endOverStart, atMost, bound),
  control,
});

export const figure6Falls = experimentClaim({
  id: 'figure-6-falls',
  title: 'The smallest eigenvalue of Kasym is smaller near the end of training',
  source: 'Section 4, Figure 6',
  asPrinted: true,
  says: {
    text: 'm = 4, γ = 2, p = 80, d = 32 (in full also 64), 10000 steps of 1e-3/p: λ_min(Kasym) at the end is in the mean at most 0.95 of what it is at the start',
    latex: String.raw`\lambda_{\min}(K_{\mathrm{asym}}(T)) < \lambda_{\min}(K_{\mathrm{asym}}(0))`,
    findings: [falls(0.95, gammaEight)],
  },
  wrong: { 'to a half': { text: 'at most 0.5', findings: [falls(0.5, gammaEight)] } },
});

const changes = (
  bound: number,
  of: (outcome: KernelOutcome) => number,
  what: string,
  control: Control,
): KernelFinding => ({
  experiment: figure6,
  says: `the relative change of λ_min(Kasym) is at least ${bound}`,
  printed: 'Same is observed for over-parameterized QNNs (Figure 6)',
  cases: runs(2, 32),
  measure: ofSettings(what, of, atLeast, bound),
  control,
});

export const figure6Changes = experimentClaim({
  id: 'figure-6-changes',
  title: 'Kasym changes by more than 5 % along the training of circuits, for γ = 2',
  source: 'Appendix D.2, Figure 6',
  asPrinted: true,
  says: {
    text: 'm = 4, γ = 2, p = 80, d = 32 (in full also 64): λ_min(Kasym) changes in the mean by at least 10 %, more than the 5 % of Figure 5, from the start to the end of training',
    latex: String.raw`|\lambda_{\min}(K_{\mathrm{asym}}(T)) - \lambda_{\min}(K_{\mathrm{asym}}(0))| \ge 0.1\, \lambda_{\min}(K_{\mathrm{asym}}(0))`,
    findings: [changes(0.1, change, 'change of λ_min', gammaEight)],
  },
  wrong: { 'by a half': { text: 'by at least 50 %', findings: [changes(0.5, change, 'change of λ_min', gammaEight)] } },
});
