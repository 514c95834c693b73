/** The stored results of the figures: made by the command in fixtures/figures/README.md, and made again for some points. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCase } from '../../src/engines/run-case.js';
import type { Experiment } from '../../src/index.js';
import { type FlowResult, flowSetting, startsOf } from './asymptotic.js';
import { figure1 } from './figure-1.js';
import { figure2 } from './figure-2.js';
import { figure3 } from './figure-3.js';
import { figure4 } from './figure-4.js';
import { figure5 } from './figure-5.js';
import { figure6 } from './figure-6.js';

/** That of fixtures/figures. */
const SEED = 1;

test.each([
  [figure3, 64, 2, 4, 'γ = 4,m/d = 1/32,simulated,64,'],
  [figure3, 2 ** 20, 4, 8, '"m = 4, beyond the paper","γ = 8, m = 4",simulated,1048576,'],
  [figure5, 32, 4, 4, '"m = 4, Frobenius norm",γ = 4 (dashed: 1/γ²),simulated,32,'],
  [figure5, 128, 4, 8, '"m = 4, operator norm",γ = 8 (dashed: 1/γ²),simulated,128,'],
] as const)('$id: d = %d, m = %d, gamma = %d comes out as it is stored', async (experiment, d, m, gamma, start) => {
  const line = readFileSync(`fixtures/figures/${experiment.id}/${experiment.id}.csv`, 'utf8')
    .split('\n')
    .find((each) => each.startsWith(start))!;
  const stored = line.slice(start.length).split(',').map(Number);
  const results = await Promise.all(
    startsOf(flowSetting(d, m, gamma), 100).map(
      async (each) =>
        ({ ...each, outcome: await runCase(experiment as unknown as Experiment, each, SEED) }) as FlowResult,
    ),
  );
  const drawn = experiment
    .plot(results)
    .panels.flatMap(({ series }) => series)
    .flatMap(({ kind, points }) => (kind === 'simulated' ? points : []));
  expect(drawn).toContainEqual({ x: d, y: stored[0], low: stored[1], high: stored[2] });
});

test.each([figure1, figure2, figure4, figure6])(
  '$id: one run of training comes out as it is stored',
  async (figure) => {
    const experiment = figure as unknown as Experiment;
    const { outcome, ...stored } = JSON.parse(readFileSync(`fixtures/figures/${experiment.id}/run.json`, 'utf8'));
    const own = experiment.cases('full').find(({ name }) => name === stored.name)!;
    expect(own.setting).toEqual(stored.setting);
    expect(await runCase(experiment, own, SEED)).toEqual(outcome);
  },
);
