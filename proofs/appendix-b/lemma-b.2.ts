/**
 * Lemma B.2 before probability enters: how large one summand X of Y(θ(0)) - Y* can be, (69) and (70).
 *
 * Nothing here needs tr H = 0, which only makes Y* the mean of H ⊗ H/Z.
 */
import {
  certificate,
  chain,
  claim,
  type Positivity,
  positivity,
  rewriting,
  type Term,
  witness,
} from '../../src/index.js';
import { layerModels } from '../models/layer-models.js';
import { ONE, Z } from '../witnesses.js';
import { layer, layers } from './layer-notation.js';

const { congruence, constant, fact, gram, gramMatrix, over, plus, reciprocal, size, square, times, traced } =
  certificate;
type Read = (text: string) => Term;

/** Witnesses in dimension two, where X has the eigenvalue 3 = c for H = 1, and -2 = -b for H = σ_z. */
const SIZES = { d: 2 };
const identity: Written = { H: ONE, h: '1', Z: '2/3' };
const spin: Written = { H: Z, h: '1', Z: '2/3' };
type Written = Readonly<Record<string, string | readonly (readonly string[])[]>>;
const breaks = (start: Written, wrongScale = '100') => ({
  norm: witness(layer, SIZES, { ...start, h: '1/2' }),
  scale: witness(layer, SIZES, { ...start, Z: wrongScale }),
});

/** ‖H‖²_op >= ‖H‖²_F/d, the ratio g1 >= 1/d that (70) refers to. */
export const scaleBound = claim({
  id: 'lemma-b.2-scale',
  title: 'tr(H²) <= d ‖H‖²',
  source: 'Lemma B.2, after (70)',
  theory: layer,
  statement: 'tr(H H) <= d h^2',
  given: { norm: layers.norm },
  proof: chain('tr(H H)').atMost(
    'd h^2',
    positivity(() => traced(fact('norm/0')), 'norm'),
    'H² <= h².',
  ),
  models: layerModels(),
  mutants: {
    'without d': 'tr(H H) <= h^2',
    'turned round': 'tr(H H) >= d h^2',
    '0.99 of it': 'tr(H H) <= 0.99 d h^2',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-tr(H H)').atMost(
      'd h^2',
      positivity((term) => plus(gram(term('H')), times(size('d'), square(term('h'))))),
    ),
  },
  breaksWithout: { norm: breaks(identity).norm },
});

const given = {
  meaning: layers.meaning,
  norm: layers.norm,
  scale: layers.scale,
  bounds: layers.bounds,
};
const identityOf = (term: Read): Positivity => gramMatrix(term('I_D'));

/** 1/Z; d - 1, the number of other indices, and (d - 1)(d - 2), that of pairs of them. */
const overScale = (term: Read): Positivity => times(square(term('1/Z')), fact('scale'));
const others = (term: Read): Positivity => over('g', square(term('1 - delta_gn')));
const pairs = (term: Read): Positivity => over('gk', square(term('(1 - delta_gn) (1 - delta_kn) (1 - delta_gk)')));

/** h² ± H ⊗ H. */
const withinNorm = (term: Read, sign: '+' | '-'): Positivity =>
  times(constant(term('1/2')), plus(gramMatrix(term(`H ⊗ I ${sign} I ⊗ H`)), fact('norm/1'), fact('norm/2')));

/** c - (h²/Z + (d + 1)/d) = (d h² - tr H²)/(Z d (d - 1)). */
const spare = (term: Read): Positivity =>
  times(fact('lemma-b.2-scale'), overScale(term), size('d', -1), reciprocal(others(term)));

/** c - b. */
const moreThanBelow = (term: Read): Positivity => plus(spare(term), times(constant(term('2')), size('d', -1)));

/** c - 1. */
const boundLessOne = (term: Read): Positivity => times(size('d'), plus(spare(term), constant(term('1'))));

const FROM = ['norm', 'scale', 'bounds', 'lemma-b.2-scale', 'meaning'];

/** b + X. */
const aboveMinusB = (term: Read): Positivity =>
  plus(times(overScale(term), withinNorm(term, '+')), times(constant(term('1/2')), gramMatrix(term('I_D - swap_D'))));

/** The part (d + 1)/d of the triangle inequality is at most h²/(Z(d - 1)). For d >= 3 this is less than (70) prints. */
export const layerAbove = claim({
  id: 'lemma-b.2-above',
  title: 'X <= c with c = (‖H‖²/Z) d/(d - 1)',
  source: 'beyond the paper; Lemma B.2, (70)',
  theory: layer,
  statement: 'X <= c I_D',
  uses: ['lemma-b.2-scale'],
  given,
  proof: chain('X')
    .equals('1/Z (H ⊗ H) - (swap_D - 1/d I_D)', rewriting('meaning'), 'This is (69).')
    .atMost(
      '(h^2/Z + (d + 1)/d) I_D',
      positivity(
        (term) =>
          plus(
            times(overScale(term), withinNorm(term, '-')),
            times(constant(term('1/2')), gramMatrix(term('I_D + swap_D'))),
          ),
        'norm',
        'scale',
      ),
      'H ⊗ H <= h², and -W <= 1 for the swap W. This is the first inequality of (70).',
    )
    .atMost(
      'c I_D',
      positivity((term) => times(spare(term), identityOf(term)), 'lemma-b.2-scale', 'scale', 'bounds'),
      '(d² - 1) Z <= d h².',
    ),
  models: layerModels(),
  mutants: {
    'without d/(d - 1)': 'X <= x I_D',
    '0.99 of it': 'X <= 0.99 c I_D',
    'turned round': 'X >= c I_D',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-X').atMost(
      'c I_D',
      positivity((term) => plus(aboveMinusB(term), times(moreThanBelow(term), identityOf(term))), ...FROM),
    ),
  },
  breaksWithout: breaks(identity),
});

/** From below Y* counts with (d - 1)/d only. */
export const layerBelow = claim({
  id: 'lemma-b.2-below',
  title: '-X <= b with b = ‖H‖²/Z + (d - 1)/d',
  source: 'beyond the paper; Lemma B.2, (70)',
  theory: layer,
  statement: '-X <= b I_D',
  given: { meaning: layers.meaning, norm: layers.norm, scale: layers.scale, bounds: layers.bounds },
  proof: chain('-X')
    .equals('swap_D - 1/d I_D - 1/Z (H ⊗ H)', rewriting('meaning'), 'This is (69).')
    .atMost(
      'b I_D',
      positivity((term) => aboveMinusB(term), 'norm', 'scale', 'bounds'),
      '-H ⊗ H <= h², and W <= 1 for the swap W.',
    ),
  models: layerModels(),
  mutants: {
    'without Y*': '-X <= x I_D',
    one: '-X <= I_D',
    'from above too': 'X <= b I_D',
  },
  alsoTrue: {
    'left side: the factor -1 times 0.99': chain('-99/100 X')
      .atMost(
        '99/100 b I_D',
        positivity((term) => times(constant(term('99/100')), fact('the claim itself')), 'the claim itself'),
      )
      .atMost(
        'b I_D',
        positivity(
          (term) =>
            times(
              constant(term('1/100')),
              plus(times(square(term('h')), overScale(term)), times(size('d', -1), others(term))),
              identityOf(term),
            ),
          'scale',
          'bounds',
        ),
        'b >= 0.',
      ),
  },
  breaksWithout: breaks(spin, '-2/3'),
});

/** What Tropp's theorem asks for: X² <= c². From -c <= X <= c, as 2c(c² - X²) = (c-X)(c+X)(c-X) + (c+X)(c-X)(c+X). */
export const layerSquare = claim({
  id: 'lemma-b.2-square',
  title: 'X² <= c² with c = (‖H‖²/Z) d/(d - 1)',
  source: 'beyond the paper; Lemma B.2, (70)',
  theory: layer,
  statement: 'X X <= c^2 I_D',
  uses: ['lemma-b.2-scale', 'lemma-b.2-above', 'lemma-b.2-below'],
  given,
  proof: chain('X X').atMost(
    'c^2 I_D',
    positivity(
      (term) =>
        times(
          constant(term('1/2')),
          times(square(term('1/h')), fact('scale'), size('d', -1), others(term)),
          plus(
            congruence(term('c I_D - X'), plus(fact('lemma-b.2-below'), times(moreThanBelow(term), identityOf(term)))),
            congruence(term('c I_D + X'), fact('lemma-b.2-above')),
          ),
        ),
      'lemma-b.2-scale',
      'lemma-b.2-above',
      'lemma-b.2-below',
      'scale',
      'bounds',
    ),
    'Two congruences, divided by 2c.',
  ),
  models: layerModels(),
  mutants: {
    'c for c²': 'X X <= c I_D',
    '0.99 of it': 'X X <= 0.99 c^2 I_D',
    'turned round': 'X X >= c^2 I_D',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-X X').atMost(
      'c^2 I_D',
      positivity((term) => plus(gramMatrix(term('X')), times(square(term('c')), identityOf(term)))),
    ),
    'right side: the exponent 2 by 3': chain('X X')
      .atMost(
        'c^2 I_D',
        positivity(() => fact('the claim itself'), 'the claim itself'),
      )
      .atMost(
        'c^3 I_D',
        positivity(
          (term) => times(square(term('c')), boundLessOne(term), identityOf(term)),
          'lemma-b.2-scale',
          'scale',
          'bounds',
        ),
        'c >= d + 1.',
      ),
  },
  breaksWithout: breaks(identity),
});

/** (70) as printed, with y = 2 ‖H‖²/Z. For d >= 3 the 2 may be lowered to 3/2. */
export const layerSquarePrinted = claim({
  id: 'lemma-b.2-eq-70',
  title: 'X² <= (2 ‖H‖²/Z)²',
  source: 'Lemma B.2, (70)',
  asPrinted: true,
  theory: layer,
  statement: 'X X <= y y I_D',
  uses: ['lemma-b.2-square'],
  given,
  proof: chain('X X')
    .atMost(
      'c^2 I_D',
      positivity(() => fact('lemma-b.2-square'), 'lemma-b.2-square'),
      'The sharper bound.',
    )
    .atMost(
      'y y I_D',
      positivity(
        (term) =>
          times(
            square(term('x/(d - 1)')),
            pairs(term),
            plus(constant(term('3')), reciprocal(others(term))),
            identityOf(term),
          ),
        'bounds',
      ),
      'd/(d - 1) <= 2, as (d - 1)(d - 2) >= 0.',
    ),
  models: layerModels(),
  mutants: {
    'half the norm': 'X X <= x^2 I_D',
    'y for y²': 'X X <= y I_D',
    'turned round': 'X X >= y y I_D',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-X X').atMost(
      'y y I_D',
      positivity((term) => plus(gramMatrix(term('X')), times(square(term('y')), identityOf(term)))),
    ),
  },
  breaksWithout: breaks(identity),
});
