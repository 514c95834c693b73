/** Ansätze with independent Haar-random unitaries and one generator for all layers: Definition 2.1, for any spectrum. */
import { type Ansatz, fromDiagonal, orthonormalStates, type Random } from '../src/index.js';

export const SPECTRA = ['balanced', 'one against all', 'evenly spaced'] as const;

/** Traceless spectra: ±1 in equal numbers (d even), d - 1 and otherwise -1, evenly spaced. */
export function spectrum(kind: (typeof SPECTRA)[number], d: number): number[] {
  return Array.from({ length: d }, (_, k) =>
    kind === 'balanced' ? (2 * k < d ? 1 : -1) : kind === 'one against all' ? (k === 0 ? d - 1 : -1) : d - 1 - 2 * k,
  );
}

/** U_0, ..., U_p from the stream, the generator diagonal: a Haar-random basis change is part of the unitaries anyhow. */
export function haarAnsatz(values: readonly number[], p: number, random: Random): Ansatz {
  const d = values.length;
  const generator = fromDiagonal(values);
  return {
    dimension: d,
    initial: orthonormalStates(d, d, random.split(0)),
    layers: Array.from({ length: p }, (_, l) => ({ generator, unitary: orthonormalStates(d, d, random.split(l + 1)) })),
  };
}
