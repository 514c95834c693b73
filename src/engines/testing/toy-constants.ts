/** A toy corpus with a printed constant that a proved claim improves, and one that is too small. */
import { fact } from '../../claim/certificate.js';
import { chain, evidentlyPositive, positivity } from '../../claim/chain.js';
import { type Corpus, claim } from '../../claim/claim.js';
import { bound, rate } from './toy-corpus.js';
import { output, pure, range, toy, toyModels } from './toy-theory.js';

/** The bound that is attained, by every eigenstate. */
export const sharp = { ...bound, id: 'sharp', sharpens: 'loose' };

export const loose = claim({
  id: 'loose',
  title: 'The prediction lies in twice the range',
  source: 'a test',
  asPrinted: true,
  theory: toy,
  statement: 'ŷ^2 <= 4 γ^2',
  uses: ['sharp'],
  given: { pure, range, output },
  proof: chain('ŷ^2')
    .atMost(
      'γ^2',
      positivity(() => fact('sharp'), 'sharp'),
    )
    .atMost('4 γ^2', evidentlyPositive()),
  models: toyModels,
});

export const tooSmall = claim({
  id: 'too-small',
  title: 'The prediction lies in half the range',
  source: 'a test',
  asPrinted: true,
  theory: toy,
  statement: '1/4 γ^2 >= ŷ^2',
  given: { pure, range, output },
  models: toyModels,
});

/** γ² + ŷ² <= c γ² + ŷ²: the constant stands inside of the bound. */
export const inside = claim({
  id: 'inside',
  title: 'A constant inside',
  source: 'a test',
  theory: toy,
  statement: '2 ŷ^2 <= 3 γ^2 + ŷ^2',
  constant: { quantity: 'ŷ^2', relation: '<=', value: '3', unit: 'γ^2' },
  given: { pure, range, output },
  models: toyModels,
});

export const corpus: Corpus = {
  name: 'Toy constants',
  citation: 'Nobody',
  claims: [rate, sharp, loose, tooSmall, inside],
};
