/**
 * Input that a person can mend: one clear line saying what was expected, what came and what to do.
 *
 * The command line prints the message alone and exits with code 2; every other error is a defect of ours.
 */
export class BadInput extends Error {
  override readonly name = 'BadInput';
}
