/**
 * What the proof of Lemma B.4 does with probabilities: McDiarmid's inequality (94), its use in Claim 2 and (91), and what
 * Theorem 4.2 takes from (98). Each printed step is a claim of its own; the lemma itself is not needed any more, since
 * `y-lipschitz` bounds the same difference for all θ at once.
 *
 * The numbers of the kernel have no e, and need none: exp(-x) <= 1/(1 + x) for x >= 0, so that a probability of at most
 * exp(-2t²/c²) is one of at most c²/(c² + 2t²). What breaks the second breaks the first.
 */
import { assume, certificate, chain, claim, positivity, rewriting, type Term, witness } from '../../src/index.js';
import { tailsModels } from '../models/tails-models.js';
import { definingTails, tails } from './tails-notation.js';

const { constant, fact, over, plus, square, times } = certificate;

export const given = {
  weights: assume(tails, 'probabilities are not negative', 'w_j >= 0'),
  all: assume(tails, 'probabilities add up to 1', 'W = 1'),
  range: assume(tails, 'f takes values in an interval of length c: (93) for one variable', 'f_j >= a', 'a + c >= f_j'),
  event: assume(
    tails,
    'the event is a deviation of f from its mean by t or more',
    'e_j^2 = e_j',
    'e_j (f_j - μ)^2 >= e_j t^2',
  ),
  fromZero: assume(tails, 'the event is that |f| is t or more', 'e_j^2 = e_j', 'e_j f_j^2 >= e_j t^2'),
  meaning: definingTails('P', 'μ'),
  total: definingTails('W'),
};
const models = tailsModels();
/** w (1 - e) (f - μ)², what an outcome outside the event has of the variance. */
const others = (term: (text: string) => Term) =>
  times(fact('weights'), square(term('1 - e_j')), square(term('f_j - μ')));
const OF_94 = {
  weights: given.weights,
  all: given.all,
  range: given.range,
  event: given.event,
  meaning: given.meaning,
  total: given.total,
};

/** The claim itself, and what its left side has to spare: a multiple of c²P, t²P or both. */
export const spared = (event: string, ...parts: string[]) =>
  positivity(
    (term) => {
      const probability = over('j', times(fact('weights'), square(term('e_j'))));
      const pairs = parts.flatMap((factor, k) => (k % 2 === 0 ? [[factor, parts[k + 1]!] as const] : []));
      const spare = pairs.map(([factor, root]) => times(constant(term(factor)), square(term(root)), probability));
      return plus(fact('the claim itself'), ...spare);
    },
    'the claim itself',
    'weights',
    event,
    'meaning',
  );

/** (94) for one variable, weakened by exp(-x) <= 1/(1 + x). False for a fair coin with t = c/2, which always deviates. */
export const mcDiarmidPrinted = claim({
  id: 'lemma-b.4-eq-94',
  title: 'McDiarmid without the factor 2, one variable: Pr[|f - Ef| >= t] <= exp(-2t²/c²) <= c²/(c² + 2t²)',
  source: 'App. B.2, (94)',
  asPrinted: true,
  erratum: {
    severity: 'wrong constant',
    printed: 'Pr[|φ(X_1, …, X_k) - Eφ| ≥ t] ≤ exp(-2t²/Σ_i c_i²)',
    change: 'a factor 2 before the exponential, for the two sides',
    stepOf: ['theorem-4.2', 'theorem-4.2-repaired'],
  },
  theory: tails,
  statement: '(c^2 + 2 t^2) P <= c^2',
  given: OF_94,
  models,
  mutants: {
    'exponent 4t²': '(c^2 + 4 t^2) P <= c^2',
    'half the bound': '(c^2 + 2 t^2) P <= 1/2 c^2',
    never: 'P <= 0',
  },
});

/**
 * (94) for one variable with the factor 2, in the same weakened form, where even 3/2 is enough: by Chebyshev's inequality
 * and Popoviciu's, Var f <= c²/4. A fair coin attains it. McDiarmid's inequality itself is not shown here.
 */
export const mcDiarmidRepaired = claim({
  id: 'lemma-b.4-eq-94-repaired',
  repairs: 'lemma-b.4-eq-94',
  title: 'One variable: Pr[|f - Ef| >= t] <= (3/2) c²/(c² + 2t²), less than with a factor 2',
  source: 'App. B.2, (94), repaired',
  theory: tails,
  statement: '(c^2 + 2 t^2) P <= 3/2 c^2',
  given: OF_94,
  proof: chain('(c^2 + 2 t^2) P')
    .atMost(
      'c^2 W + 2 sum_j(w_j e_j t^2)',
      positivity(
        (term) => times(square(term('c')), over('j', times(fact('weights'), square(term('1 - e_j'))))),
        'weights',
        'event',
        'meaning',
        'total',
      ),
      'A probability is at most that of all outcomes.',
    )
    .atMost(
      'c^2 W + 2 sum_j(w_j e_j (f_j - μ)^2)',
      positivity(
        (term) => times(constant(term('2')), over('j', times(fact('weights'), fact('event')))),
        'weights',
        'event',
      ),
      'Chebyshev: where the event takes place, t² <= (f - Ef)².',
    )
    .atMost(
      'c^2 W + 2 sum_j(w_j f_j^2) - 4 μ^2 + 2 μ^2 W',
      positivity((term) => times(constant(term('2')), over('j', others(term))), 'weights', 'event', 'meaning', 'total'),
      'The other outcomes add to the variance.',
    )
    .atMost(
      'c^2 W + 2 (2 a + c) μ - 2 a (a + c) W - 4 μ^2 + 2 μ^2 W',
      positivity(
        (term) => times(constant(term('2')), over('j', times(fact('weights'), fact('range/0'), fact('range/1')))),
        'weights',
        'range',
        'meaning',
        'total',
      ),
      'E (f - a)(a + c - f) >= 0.',
    )
    .equals('c^2 + 2 (2 a + c) μ - 2 a (a + c) - 2 μ^2', rewriting('all'), 'Probabilities add up to 1.')
    .atMost(
      '3/2 c^2',
      positivity((term) => times(constant(term('2')), square(term('μ - a - 1/2 c')))),
      'Popoviciu: (Ef - a)(a + c - Ef) <= c²/4.',
    ),
  models,
  mutants: {
    'as printed': '(c^2 + 2 t^2) P <= c^2',
    'exponent 4t²': '(c^2 + 4 t^2) P <= 3/2 c^2',
    'range not squared': '(c^2 + 2 t^2) P <= 3/2 c',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-(c^2 + 2 t^2) P').atMost('3/2 c^2', spared('event', '2', 'c', '4', 't')),
    'left side: the sign of summand 1 flipped': chain('(-c^2 + 2 t^2) P').atMost('3/2 c^2', spared('event', '2', 'c')),
    'left side: the sign of summand 2 flipped': chain('(c^2 - 2 t^2) P').atMost('3/2 c^2', spared('event', '4', 't')),
    'left side: the factor 2 times 0.99': chain('(c^2 + 99/50 t^2) P').atMost('3/2 c^2', spared('event', '1/50', 't')),
  },
  breaksWithout: {
    event: witness(tails, { n: 1, p: 1 }, { w: ['1'], f: ['0'], e: ['1'], a: '0', c: '1', t: '5' }),
    range: witness(tails, { n: 2, p: 1 }, { w: ['1/2', '1/2'], f: ['0', '10'], e: ['1', '1'], a: '0', c: '1', t: '5' }),
    all: witness(tails, { n: 2, p: 1 }, { w: ['1', '1'], f: ['0', '0'], e: ['1', '1'], a: '0', c: '1', t: '0' }),
    weights: witness(tails, { n: 2, p: 1 }, { w: ['2', '-1'], f: ['0', '0'], e: ['1', '0'], a: '0', c: '1', t: '0' }),
  },
});

/** Claim 2 takes from (94) a bound on ‖Y(θ) - Y(0)‖ itself, not on its deviation from its mean. False for a constant. */
export const meanPrinted = claim({
  id: 'lemma-b.4-mean',
  title: 'McDiarmid for a norm instead of its deviation from the mean, with the factor 2',
  source: 'App. B.2, Claim 2, after (97)',
  asPrinted: true,
  erratum: {
    severity: 'wrong step',
    printed: '“Claim 2 follows from the direct application of McDiarmid inequality”: Pr[‖Y(θ) - Y(0)‖ > t] ≤ 2 exp(…)',
    change: 'McDiarmid bounds the deviation of ‖Y(θ) - Y(0)‖ from its mean, which has to be bounded too',
    stepOf: ['theorem-4.2', 'theorem-4.2-repaired'],
  },
  theory: tails,
  statement: '(c^2 + 2 t^2) P <= 3/2 c^2',
  given: {
    weights: given.weights,
    all: given.all,
    range: given.range,
    fromZero: given.fromZero,
    meaning: given.meaning,
    total: given.total,
  },
  models: tailsModels('from zero'),
  mutants: {
    'exponent 4t²': '(c^2 + 4 t^2) P <= 3/2 c^2',
    'half the bound': '(c^2 + 2 t^2) P <= 3/4 c^2',
    never: 'P <= 0',
  },
});

const EXPONENT = { difference: definingTails('δ'), constant: assume(tails, 'C₁ = 16 ‖H‖⁶', 'κ = 16 h^6') };

/** The exponent of (91) against that of (94) with the difference bounds that the proof finds: a sign too many, and it grows. */
export const exponentPrinted = claim({
  id: 'lemma-b.4-eq-91',
  title: 'The exponent of (91), -(-t²)Z²/(2C₁‖θ‖²), as that of (94)',
  source: 'App. B.2, Claim 2, (91)',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: 'Pr[‖Y(θ_2) - Y(θ_1)‖ > t] ≤ 2 exp(-(-t² Z(H, d)²)/(2C_1 ‖θ_2 - θ_1‖²))',
    change: 'one minus sign in the exponent: as it stands the bound is at least 2, and grows with t',
    stepOf: ['theorem-4.2', 'theorem-4.2-repaired'],
  },
  theory: tails,
  statement: '-(-t^2 Z^2)/(2 κ sum_k(θ_k^2)) = -2 t^2/sum_k(δ_k^2)',
  given: EXPONENT,
  models,
  mutants: {
    'twice it': '-(-t^2 Z^2)/(κ sum_k(θ_k^2)) = -2 t^2/sum_k(δ_k^2)',
    'Z not squared': '-(-t^2 Z)/(2 κ sum_k(θ_k^2)) = -2 t^2/sum_k(δ_k^2)',
    'without Z': '-(-t^2)/(2 κ sum_k(θ_k^2)) = -2 t^2/sum_k(δ_k^2)',
  },
});

/** With one sign the exponents agree for C₁ = 16 ‖H‖⁶. That the difference bounds are false is `lemma-b.4-eq-97`. */
export const exponentRepaired = claim({
  id: 'lemma-b.4-eq-91-repaired',
  repairs: 'lemma-b.4-eq-91',
  title: 'The exponent -t²Z²/(2C₁‖θ‖²) is that of (94) with c_k = 8|θ_k|‖H‖³/Z and C₁ = 16 ‖H‖⁶',
  source: 'App. B.2, Claim 2, (91), repaired',
  theory: tails,
  statement: '-(t^2 Z^2)/(2 κ sum_k(θ_k^2)) = -2 t^2/sum_k(δ_k^2)',
  given: EXPONENT,
  proof: chain('-(t^2 Z^2)/(2 κ sum_k(θ_k^2))')
    .equals('-(t^2 Z^2)/(32 h^6 sum_k(θ_k^2))', rewriting('constant'), 'C₁ = 16 ‖H‖⁶.')
    .equals('-2 t^2/sum_k(δ_k^2)', rewriting('difference'), 'c_k = 8|θ_k|‖H‖³/Z.'),
  models,
  mutants: {
    'as printed': '-(-t^2 Z^2)/(2 κ sum_k(θ_k^2)) = -2 t^2/sum_k(δ_k^2)',
    'twice it': '-(t^2 Z^2)/(κ sum_k(θ_k^2)) = -2 t^2/sum_k(δ_k^2)',
    'Z not squared': '-(t^2 Z)/(2 κ sum_k(θ_k^2)) = -2 t^2/sum_k(δ_k^2)',
  },
});

/** (91) is about fixed θ_1 and θ_2; (98) puts θ(t) there, which depends on the draws. A field that is large where the curve is. */
export const drawnPoint = claim({
  id: 'lemma-b.4-drawn-point',
  title: 'A tail bound at each fixed θ holds at the θ(t) that training reaches',
  source: 'App. B.2, between (97) and (98)',
  asPrinted: true,
  erratum: {
    severity: 'wrong step',
    printed:
      '“By Lemma B.3, ‖θ(t_2) - θ(t_1)‖ ≤ (C_L/√p)|t_2 - t_1| …; plugging this into Claim 2, we see that Y has sub-gaussian increments”',
    change: 'θ(t) depends on the same random unitaries as Y: bound Y(θ) - Y(θ0) for all θ at once',
    stepOf: ['theorem-4.2', 'theorem-4.2-repaired'],
  },
  theory: tails,
  statement: '1/n sum_j(sum_r(s_rj x_rj)) <= b',
  given: {
    fixed: assume(
      tails,
      'at each fixed point r the field is large in a share b of the draws at most',
      'b >= 1/n sum_j(x_rj)',
    ),
    curve: assume(tails, 'in each draw the curve is at one point', 'sum_r(s_rj) = 1', 's_rj^2 = s_rj'),
    field: assume(tails, 'the field is large or not', 'x_rj^2 = x_rj'),
  },
  models,
  mutants: {
    'half the bound': '1/n sum_j(sum_r(s_rj x_rj)) <= 1/2 b',
    'bound squared': '1/n sum_j(sum_r(s_rj x_rj)) <= b^2',
    never: '1/n sum_j(sum_r(s_rj x_rj)) <= 0',
  },
});

/** Theorem 4.2 needs Y - Y* small for all t, with one p; (98) is a bound C₃T/√p up to a time T, and grows with it. */
export const horizonPrinted = claim({
  id: 'lemma-b.4-eq-98',
  title: 'Once p is large, the bound C₃T/√p of (98) is at most C0/10 for all T',
  source: 'App. B.2, (98) and the proof of Thm. 4.2',
  asPrinted: true,
  erratum: {
    severity: 'wrong step',
    printed: '“for sufficiently large p, ‖Y(θ(t)) - Y*‖ vanishes for all t”, from sup over [0, T] ≤ C_3 T/√p',
    change: 'a bound by the length of the path of θ, which stays bounded for all t: y-lipschitz',
    stepOf: ['theorem-4.2', 'theorem-4.2-repaired'],
  },
  theory: tails,
  statement: 'C T/q <= 1/10 C0',
  given: {
    large: assume(tails, 'p is large: C₃/√p is at most C0/10', 'C0 q >= 10 C', 'C >= 0', 'C0 >= 0', 'q >= 0'),
    time: assume(tails, 'T is a time', 'T >= 0'),
  },
  models,
  mutants: {
    'C0/2': 'C T/q <= 1/20 C0',
    'T squared': 'C T^2/q <= 1/10 C0',
    never: 'C T/q <= 0',
  },
});
