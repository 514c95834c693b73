/** What a conjecture of one's own may take from the paper: symbols, hypotheses and instances; and the plain form. */
import { type Claim, claim } from '../src/index.js';
import { given } from './hypotheses.js';
import { type QnnOptions, qnnModels } from './models/qnn-models.js';
import { qnn } from './notation.js';

export { given, one } from './hypotheses.js';
export { oneSampleModels } from './models/one-sample-models.js';
export { type QnnOptions, qnnModels } from './models/qnn-models.js';
export { defining, definingOne, oneSample, qnn } from './notation.js';

/** What each word of a plain conjecture assumes, and the models on which that holds. */
const WORDS: Readonly<
  Record<string, { readonly hypothesis: keyof typeof given; readonly models: Partial<QnnOptions> }>
> = {
  pure: { hypothesis: 'pure', models: { pure: true } },
  mixed: { hypothesis: 'state', models: { pure: false } },
  'pauli-like': { hypothesis: 'pauli', models: { measurement: 'pauli' } },
  scaled: { hypothesis: 'scaledPauli', models: { measurement: 'scaled' } },
  gapped: { hypothesis: 'gapped', models: { measurement: 'gapped' } },
  'any spectrum': { hypothesis: 'bounds', models: { measurement: 'general' } },
  'labels ±1': { hypothesis: 'labels', models: { labels: 'signs' } },
  'gradient flow': { hypothesis: 'flow', models: {} },
  'learning rate': { hypothesis: 'rate', models: {} },
  circuit: { hypothesis: 'ansatz', models: {} },
};

/**
 * A conjecture from lines `about:`, `given:` (words of the list, between commas) and `claim:`; `#` starts a comment. What is
 * not assumed varies: inputs are mixed, the spectrum and the labels any. Throws RangeError, in one line, on anything else.
 */
export function plainClaim(text: string, id: string): Claim {
  const lines = text.split('\n').map((line) => line.replace(/#.*/, '').trim());
  const fields: Record<string, string> = {};
  for (const [k, line] of lines.entries()) {
    if (line === '') continue;
    const [, key, value] = /^(about|given|claim):\s*(.+)$/.exec(line) ?? [];
    if (key === undefined || value === undefined) {
      throw new RangeError(`line ${k + 1}: expected about:, given: or claim:, got ${JSON.stringify(line)}`);
    }
    if (Object.hasOwn(fields, key)) throw new RangeError(`line ${k + 1}: ${key}: is there twice`);
    fields[key] = value;
  }
  if (fields.claim === undefined) throw new RangeError('expected a line claim: left <= right');
  const words = (fields.given ?? '').split(',').map((word) => word.trim());
  const known = words.filter((word) => word !== '').map(wordOf);
  const options: QnnOptions = { pure: false, measurement: 'general', labels: 'real', root: false };
  return claim({
    id,
    title: fields.about ?? id,
    source: 'a conjecture',
    theory: qnn,
    statement: fields.claim,
    given: Object.fromEntries(known.map(({ hypothesis }) => [hypothesis, given[hypothesis]])),
    models: qnnModels(Object.assign({ ...options }, ...known.map(({ models }) => models))),
  });
}

function wordOf(word: string) {
  const found = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  if (found === undefined) {
    throw new RangeError(`given: unknown word ${JSON.stringify(word)}; known are ${Object.keys(WORDS).join(', ')}`);
  }
  return found;
}
