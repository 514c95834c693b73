/** A toy corpus: a proved equation and inequality, a false claim, and a claim that uses the false one. */
import { chain, evidentlyPositive, positivity, proposed, rewriting } from '../../claim/chain.js';
import { type Corpus, claim } from '../../claim/claim.js';
import { witness } from '../../claim/witness.js';
import { HALF, rational } from '../../symbolic/kernel/number.js';
import { toyLaw } from './toy-law.js';
import { output, pure, range, toy, toyModels } from './toy-theory.js';

const MIXED = [
  ['1/2', '0'],
  ['0', '1/2'],
];
const UP = [
  ['1', '0'],
  ['0', '0'],
];

export const rate = claim({
  id: 'rate',
  title: 'The rate of one sample',
  source: 'a test',
  theory: toy,
  statement: '-tr([M, ρ]^2) = 2(γ^2 - ŷ^2)',
  given: { pure, range, output },
  proof: chain('-tr([M, ρ]^2)')
    .equals('2 tr(M M ρ ρ) - 2 tr(M ρ M ρ)', rewriting(), 'Open the commutators.')
    .equals('2 γ^2 - 2 ŷ tr(M ρ)', rewriting('pure', 'range'), 'The state is pure.')
    .equals(proposed('expand'), rewriting('output'), 'The prediction.')
    .equals('2(γ^2 - ŷ^2)', rewriting('output')),
  models: toyModels,
  laws: [toyLaw],
  mutants: { 'factor 1.99': '-tr([M, ρ]^2) = 1.99(γ^2 - ŷ^2)', 'γ not squared': '-tr([M, ρ]^2) = 2(γ - ŷ^2)' },
  breaksWithout: {
    pure: witness(
      toy,
      { d: 2 },
      {
        γ: '1',
        ρ: MIXED,
        M: [
          ['1', '0'],
          ['0', '-1'],
        ],
      },
    ),
    range: witness(
      toy,
      { d: 2 },
      {
        γ: '1',
        ρ: UP,
        M: [
          ['0', '2'],
          ['2', '0'],
        ],
      },
    ),
  },
});

export const bound = claim({
  id: 'bound',
  title: 'The prediction lies in the range',
  source: 'a test',
  theory: toy,
  statement: 'ŷ^2 <= γ^2',
  given: { pure, range, output },
  proof: chain('ŷ^2').atMost(
    'γ^2',
    positivity(
      (term) => ({
        kind: 'product',
        parts: [
          { kind: 'constant', value: HALF },
          { kind: 'trace', part: { kind: 'gram', of: term('[M, ρ]') } },
        ],
      }),
      'pure',
      'range',
      'output',
    ),
    'γ² - ŷ² = tr([M,ρ]†[M,ρ])/2.',
  ),
  models: toyModels,
  mutants: { 'half the range': 'ŷ^2 <= 0.5 γ^2', 'turned round': 'ŷ^2 >= γ^2' },
});

export const evident = claim({
  id: 'evident',
  title: 'An evident inequality',
  source: 'a test',
  theory: toy,
  statement: 'ŷ^2 <= 3 ŷ^2 + 1',
  given: { output },
  proof: chain('ŷ^2').atMost('3 ŷ^2 + 1', evidentlyPositive()),
  models: toyModels,
  alsoTrue: {
    'left side: the exponent 2 by 1': chain('ŷ').atMost(
      '3 ŷ^2 + 1',
      positivity((term) => {
        const rest = { kind: 'constant', value: rational(11, 12) } as const;
        const squares = {
          kind: 'product',
          parts: [
            { kind: 'constant', value: rational(3) },
            { kind: 'gram', of: term('ŷ - 1/6') },
          ],
        } as const;
        return { kind: 'sum', parts: [squares, rest] };
      }),
    ),
  },
});

export const wrong = claim({
  id: 'wrong',
  title: 'The prediction is γ',
  source: 'a test',
  asPrinted: true,
  theory: toy,
  statement: 'tr(ρ M) = γ',
  given: { pure, range },
  models: toyModels,
});

export const usesWrong = claim({
  id: 'uses-wrong',
  title: 'A consequence of what is false',
  source: 'a test',
  repairs: 'wrong',
  theory: toy,
  statement: 'tr(ρ ρ) = 1',
  uses: ['wrong'],
  given: { pure },
  proof: chain('tr(ρ ρ)').equals('1', rewriting('pure')),
  models: toyModels,
});

export const corpus: Corpus = {
  name: 'Toy corpus',
  citation: 'nobody, nowhere',
  claims: [rate, bound, evident, wrong, usesWrong],
};
