/**
 * Which constant of an inequality is to be tightened, for `kasym tighten`: the statement says `quantity <= value * unit`, or
 * `quantity >= value * unit` for a constant that bounds from below. That it says so is checked, by normal forms.
 *
 * Only a constant inside of the statement has to be declared; one that multiplies a whole side is found.
 */
export interface ConstantSource {
  readonly quantity: string;
  readonly relation: '<=' | '>=';
  /** The constant as the claim has it, e.g. '12', or 'm'. */
  readonly value: string;
  readonly unit: string;
}
