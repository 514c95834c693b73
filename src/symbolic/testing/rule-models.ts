/** Models in which a list of rules and facts holds by construction. */
import type { Arbitrary } from 'fast-check';
import { evaluate, type Model } from '../denotation/evaluate.js';
import { EXACT } from '../denotation/field.js';
import { identityMatrix, type Matrix } from '../denotation/matrix.js';
import { inverse, isZero, type Num } from '../kernel/number.js';
import { number, product, type Term } from '../kernel/term.js';
import type { Rule } from '../kernel/witness.js';
import { parseStatement, parseTerm } from '../notation/parse.js';
import { FUZZ } from './fuzz-theory.js';
import { models } from './random-models.js';

/** Each is true in every model of `ruleModels`; none undoes another, so that rewriting ends. */
export const RULES: readonly Rule[] = [
  'H H = H',
  'tr(H) = 1',
  'H A H = tr(H A) H',
  'M M = b^2 I',
  'H M = b H',
  'A v = z v',
  'u = B v',
  'e_i = R_i v',
  'R_i = x_ii B† B + H',
  'r_i = sum_j(x_ij b)',
  's_i = tr(R_i A)',
  'y_il = x_ii a + b m',
  'a = tr(B† B)',
  'abs(a) = a',
  'z z† = b^2',
  'tr(G_l M) = 0',
].map((text) => {
  const { left, right } = parseStatement(FUZZ, text);
  return { left, right };
});

/** Models in which all the RULES hold. */
export const ruleModels: Arbitrary<Model<Num>> = models(FUZZ).map((base) => {
  let model = base;
  const value = (text: string | Term, at = {}): Matrix<Num> =>
    evaluate(FUZZ, {}, typeof text === 'string' ? parseTerm(FUZZ, text) : text, model, at);
  const set = (name: string, family: readonly Matrix<Num>[]): void => {
    model = { ...model, values: { ...model.values, [name]: family } };
  };
  const over = (range: string, text: string, index: string): Matrix<Num>[] =>
    Array.from({ length: base.sizes[range]! }, (_, k) => value(text, { [index]: k }));
  const scaled = (factor: Num, text: string): Term => product(number(factor), parseTerm(FUZZ, text));
  if (isZero(value('v† v')[0]![0]!)) set('v', [identityMatrix(EXACT, base.sizes.d!).map((row) => [row[0]!])]);
  set('H', [value(scaled(inverse(value('v† v')[0]![0]!), 'v v†'))]);
  set('M', [value('b (2 H - I)')]);
  set('z', [value('b (3 + 4 i)/5')]);
  set('A', [value('z I + A (I - H)')]);
  set('u', [value('B v')]);
  set('a', [value('tr(B† B)')]);
  set('R', over('m', 'x_ii B† B + H', 'i'));
  set('e', over('m', 'R_i v', 'i'));
  set('r', over('m', 'sum_j(x_ij b)', 'i'));
  set('s', over('m', 'tr(R_i A)', 'i'));
  set('G', over('p', 'i [M, G_l]', 'l'));
  const y = Array.from({ length: base.sizes.m! }, (_, i) =>
    Array.from({ length: base.sizes.p! }, () => value('x_ii a + b m', { i })),
  );
  set('y', y.flat());
  return model;
});
