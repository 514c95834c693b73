/** A toy corpus with errors in print, and controls that must not be taken for any. */
import { chain, rewriting } from '../../claim/chain.js';
import { type Claim, type Corpus, claim } from '../../claim/claim.js';
import { bound, rate, wrong } from './toy-corpus.js';
import { pure, range, toy, toyModels } from './toy-theory.js';

/** True, and printed so. */
const truePrint: Claim = { ...rate, asPrinted: true };

/** False, a step of what is true, and repaired. */
const falseStep: Claim = {
  ...wrong,
  id: 'step',
  erratum: {
    severity: 'wrong step',
    printed: '“ŷ = γ” | by `definition`',
    change: 'it is at most γ',
    stepOf: ['rate'],
  },
};
const mended: Claim = { ...bound, id: 'step-repaired', repairs: 'step' };

/** False, and nobody says what is right instead, or how the print reads. */
const unrepaired = claim({
  id: 'unrepaired',
  title: 'M is the identity',
  source: 'a test',
  asPrinted: true,
  theory: toy,
  statement: 'tr(M M) = 1',
  given: { pure, range },
  models: toyModels,
});

/** False, but nobody printed it. */
const unprinted: Claim = { ...unrepaired, id: 'unprinted', title: 'nobody printed this', asPrinted: false };

/** True, though somebody noted it as an error. */
const wronglyNoted = claim({
  id: 'wrongly-noted',
  title: 'The state is normalised',
  source: 'a test',
  asPrinted: true,
  erratum: { severity: 'false', printed: 'tr ρρ = 1', change: 'nothing' },
  theory: toy,
  statement: 'tr(ρ ρ) = 1',
  given: { pure },
  proof: chain('tr(ρ ρ)').equals('1', rewriting('pure')),
  models: toyModels,
});

export const corpus: Corpus = {
  name: 'Toy errata',
  citation: 'nobody, nowhere',
  claims: [truePrint, falseStep, mended, unrepaired, unprinted, wronglyNoted],
};
