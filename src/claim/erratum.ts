/** What a list of errata has to be told, because nothing computes it: how bad an error in print is, and how the print reads. */

/** Mildest first. */
export const SEVERITIES = ['misprint', 'wrong constant', 'missing hypothesis', 'wrong step', 'false'] as const;

export type Severity = (typeof SEVERITIES)[number];

/**
 * A note on a printed claim, read only where the claim is refuted: whether it is an erratum, and what is right instead, is
 * decided by its verdict and by the claims that repair it.
 */
export interface Erratum {
  readonly severity: Severity;
  /** The print, quoted in one line of plain text: 'dr_i/dt = -(η/m) Σ_j r_j (tr(i[M, ρ_i]H_l) tr(i[M, ρ_j]H_l))'. */
  readonly printed: string;
  /** What to change, in words and in one line; the corrected formula is the statement of the claim that repairs this one. */
  readonly change: string;
  /** Of a step: ids of the claims that state what is printed with it as a part of its proof. They have verdicts of their own. */
  readonly stepOf?: readonly string[];
}
