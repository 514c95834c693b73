/** The errata of a corpus as data: which printed claims are refuted, what repairs them, and what is merely loose. */
import type { Erratum } from './erratum.js';
import type { Counterexample, VerdictWord } from './verdict.js';

/** A claim as the list shows it. */
export interface StatedClaim {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly statement: string;
  readonly latex: string;
  /** The symbols of the statement, with what they mean. */
  readonly symbols: readonly (readonly [name: string, meaning: string])[];
  /** What it assumes, apart from definitions, in words. */
  readonly assumes: readonly string[];
  readonly verdict: VerdictWord;
  /** Lemmas that its proof cites. */
  readonly cited: readonly string[];
  /** Its verdict rests on a proof, of something that can be met. */
  readonly holds: boolean;
}

/** A printed claim that is refuted. */
export interface ErrataEntry {
  readonly claim: StatedClaim;
  /** Null where the claim does not say how the print reads. */
  readonly note: Erratum | null;
  readonly counterexample: Counterexample | null;
  /** Other readings of the same print, in paper order. */
  readonly readings: readonly { readonly claim: StatedClaim; readonly counterexample: Counterexample | null }[];
  /** The claims that repair it, in paper order. */
  readonly repairs: readonly StatedClaim[];
  /** One of the repairs holds. */
  readonly repaired: boolean;
  /** Of a step: the claims that state what is printed with it as a part of its proof. */
  readonly results: readonly StatedClaim[];
}

export interface ErrataList {
  readonly name: string;
  readonly citation: string;
  /** How many printed claims were judged. */
  readonly printed: number;
  /** In paper order. */
  readonly errata: readonly ErrataEntry[];
  /** Printed claims that hold, and follow from claims that hold and prove more. */
  readonly loose: readonly { readonly printed: StatedClaim; readonly sharper: readonly StatedClaim[] }[];
  /** Printed claims that are neither refuted nor established. */
  readonly open: readonly StatedClaim[];
  /** Printed claims with a note for this list that are not refuted, and so are not in it. */
  readonly unconfirmed: readonly StatedClaim[];
}
