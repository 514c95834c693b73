import { describe, expect, it } from 'vitest';
import { integrate, judgeByHalving, type Piece } from './driven-path.js';

const PIECES: readonly Piece[] = [
  { excess: 0.3, time: 0.9 },
  { excess: 0, time: 0 },
  { excess: 0.7, time: 0.4 },
];

describe('a driven path', () => {
  it('has its moments at the middle and the end of every piece', () => {
    const path = integrate([1], PIECES, () => [0], 4);
    const times = path.map(({ time }) => time);
    for (const [k, time] of [0, 0.45, 0.9, 0.9, 0.9, 1.1, 1.3].entries()) expect(times[k]).toBeCloseTo(time, 14);
  });

  it('agrees with the closed form of an exponential, piece by piece', () => {
    const path = integrate([2], PIECES, (excess, _, [x]) => [-(1 + excess) * x!], 24);
    expect(path[6]!.state[0]).toBeCloseTo(2 * Math.exp(-1.3 * 0.9 - 1.7 * 0.4), 8);
  });

  it('agrees with the antiderivative of a slope that depends on time only', () => {
    const path = integrate([0], PIECES, (excess, t) => [excess + Math.cos(3 * t)], 24);
    expect(path[6]!.state[0]).toBeCloseTo(0.3 * 0.9 + 0.7 * 0.4 + Math.sin(3.9) / 3, 8);
  });

  it('agrees with the closed form of an oscillation, for two components', () => {
    const path = integrate([1, 0], PIECES, (_excess, _t, [q, v]) => [v!, -q!], 24);
    expect(path[6]!.state[0]).toBeCloseTo(Math.cos(1.3), 8);
    expect(path[6]!.state[1]).toBeCloseTo(-Math.sin(1.3), 8);
  });

  it('estimates the error of its margin by halving the step', () => {
    const exact = 2 * Math.exp(-1.3 * 0.9 - 1.7 * 0.4);
    const { margin, error } = judgeByHalving(
      (steps) => integrate([2], PIECES, (excess, _, [x]) => [-(1 + excess) * x!], steps)[6]!.state[0]!,
    );
    expect(Math.abs(margin - exact)).toBeLessThanOrEqual(error);
    expect(error).toBeLessThan(1e-6);
  });
});
