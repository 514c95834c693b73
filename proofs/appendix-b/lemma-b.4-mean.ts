/** What Claim 2 of Lemma B.4 can take from the spread of a norm: a bound on how far it lies above its mean. */
import { assume, certificate, chain, claim, positivity, rewriting, type Term, witness } from '../../src/index.js';
import { tailsModels } from '../models/tails-models.js';
import { given, spared } from './lemma-b.4-tails.js';
import { tails } from './tails-notation.js';

const { constant, fact, over, plus, reciprocal, square, times } = certificate;
type Read = (text: string) => Term;

const above = assume(
  tails,
  'the event is that f is above its mean by t or more',
  'e_j^2 = e_j',
  'e_j (f_j - μ - t) >= 0',
  't >= 0',
);

/** 1/(c² + 4t²). */
const share = (term: Read) => reciprocal(plus(square(term('c')), times(constant(term('4')), square(term('t')))));

/** w times (4t(f - μ) + c²)² less e (c² + 4t²)²: a square outside the event, and 4t(f - μ - t) times what is positive in it. */
const spread = (term: Read) =>
  over(
    'j',
    times(
      fact('weights'),
      plus(
        square(term('(1 - e_j) (4 t (f_j - μ) + c^2)')),
        square(term('4 t e_j (f_j - μ - t)')),
        times(
          fact('above/0'),
          fact('above/1'),
          plus(times(constant(term('32')), square(term('t'))), times(constant(term('8')), square(term('c')))),
        ),
      ),
    ),
  );

/**
 * The event of Claim 2, for the deviation from the mean. One side needs no factor 2: by Cantelli's inequality and Popoviciu's
 * the probability is at most c²/(c² + 4t²), which a fair coin attains. The mean is still to be bounded; `y-lipschitz` and
 * `delta-bound` need none of this.
 */
export const meanRepaired = claim({
  id: 'lemma-b.4-mean-repaired',
  repairs: 'lemma-b.4-mean',
  title: 'One variable: Pr[f >= Ef + t] <= c²/(c² + 4t²)',
  source: 'App. B.2, Claim 2, after (97), repaired',
  theory: tails,
  statement: '(c^2 + 4 t^2) P <= c^2',
  given: {
    weights: given.weights,
    all: given.all,
    range: given.range,
    above,
    meaning: given.meaning,
    total: given.total,
  },
  proof: chain('(c^2 + 4 t^2) P')
    .equals('(c^2 + 4 t^2)^2 P/(c^2 + 4 t^2)', rewriting())
    .atMost(
      'sum_j(w_j (4 t (f_j - μ) + c^2)^2)/(c^2 + 4 t^2)',
      positivity((term) => times(share(term), spread(term)), 'weights', 'above', 'meaning'),
      'Chebyshev for the square of 4t(f - Ef) + c²: in the event it is at least that of c² + 4t².',
    )
    .equals(
      '(16 t^2 (sum_j(w_j f_j^2) - 2 μ^2 + μ^2 W) + 8 t c^2 (μ - μ W) + c^4 W)/(c^2 + 4 t^2)',
      rewriting('meaning', 'total'),
      'Its mean.',
    )
    .atMost(
      '(16 t^2 ((2 a + c) μ - a (a + c) W - 2 μ^2 + μ^2 W) + 8 t c^2 (μ - μ W) + c^4 W)/(c^2 + 4 t^2)',
      positivity(
        (term) =>
          times(
            share(term),
            constant(term('16')),
            square(term('t')),
            over('j', times(fact('weights'), fact('range/0'), fact('range/1'))),
          ),
        'weights',
        'range',
        'meaning',
        'total',
      ),
      'E (f - a)(a + c - f) >= 0.',
    )
    .equals(
      '(16 t^2 ((2 a + c) μ - a (a + c) - μ^2) + c^4)/(c^2 + 4 t^2)',
      rewriting('all'),
      'Probabilities add up to 1.',
    )
    .atMost(
      '(4 t^2 c^2 + c^4)/(c^2 + 4 t^2)',
      positivity((term) => times(share(term), constant(term('16')), square(term('t')), square(term('μ - a - 1/2 c')))),
      'Popoviciu: (Ef - a)(a + c - Ef) <= c²/4.',
    )
    .equals('c^2', rewriting()),
  models: tailsModels('above the mean'),
  mutants: {
    'exponent 5t²': '(c^2 + 5 t^2) P <= c^2',
    'half the bound': '(c^2 + 4 t^2) P <= 1/2 c^2',
    never: 'P <= 0',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-(c^2 + 4 t^2) P').atMost('c^2', spared('above', '2', 'c', '8', 't')),
    'left side: the sign of summand 1 flipped': chain('(-c^2 + 4 t^2) P').atMost('c^2', spared('above', '2', 'c')),
    'left side: the sign of summand 2 flipped': chain('(c^2 - 4 t^2) P').atMost('c^2', spared('above', '8', 't')),
    'left side: the factor 4 times 0.99': chain('(c^2 + 99/25 t^2) P').atMost('c^2', spared('above', '1/25', 't')),
  },
  breaksWithout: {
    above: witness(tails, { n: 1, p: 1 }, { w: ['1'], f: ['0'], e: ['1'], a: '0', c: '1', t: '5' }),
    range: witness(tails, { n: 2, p: 1 }, { w: ['1/2', '1/2'], f: ['0', '10'], e: ['0', '1'], a: '0', c: '1', t: '5' }),
    all: witness(tails, { n: 1, p: 1 }, { w: ['2'], f: ['0'], e: ['1'], a: '0', c: '1', t: '0' }),
    weights: witness(tails, { n: 2, p: 1 }, { w: ['2', '-1'], f: ['0', '0'], e: ['1', '0'], a: '0', c: '1', t: '0' }),
  },
});
