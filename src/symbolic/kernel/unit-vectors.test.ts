import { describe, expect, test } from 'vitest';
import { parseTerm } from '../notation/parse.js';
import { FUZZ } from '../testing/fuzz-theory.js';
import { polynomialKey } from './monomial.js';
import { normalForm, sameNormalForm } from './normal-form.js';

const term = (text: string) => parseTerm(FUZZ, text);
const form = (text: string) => polynomialKey(normalForm(FUZZ, term(text)));
const equal = (left: string, right: string) => expect(form(left)).toBe(form(right));
const different = (left: string, right: string) => expect(form(left)).not.toBe(form(right));

describe('Kronecker’s delta', () => {
  test('is one where its indices are, idempotent and symmetric', () => {
    equal('delta_ii', '1');
    equal('sum_i(delta_ii)', 'm');
    equal('delta_ij^2', 'delta_ij');
    equal('delta_ij', 'delta_ji');
    equal('delta_ij†', 'delta_ij');
    equal('abs(delta_ij)', 'delta_ij');
    different('delta_ij', '1');
    different('delta_ij', 'delta_ih');
  });
  test('carries one index over to the other', () => {
    equal('delta_ij r_j', 'delta_ij r_i');
    equal('delta_ij delta_jh', 'delta_ih delta_ij');
    equal('sum_j(delta_ij r_j)', 'r_i');
    equal('sum_j(delta_ij R_j)', 'R_i');
    equal('sum_ij(delta_ij)', 'm');
    equal('sum_ij(delta_ij x_ij)', 'sum_i(x_ii)');
    equal('sum_ijh(delta_ij delta_jh r_h)', 'sum_i(r_i)');
    equal('sum_j(delta_ij sqrt(sum_i(x_ij)))', 'sqrt(sum_h(x_hi))');
    equal('sum_h(delta_ij r_h)', 'delta_ij sum_j(r_j)');
    different('delta_ij r_h', 'delta_ih r_h');
    different('sum_j(delta_ij r_j)', 'sum_j(r_j)');
    different('sum_j(delta_ij)', 'm');
  });
});

describe('basis vectors', () => {
  test('resolve the identity, inside words and traces', () => {
    equal('sum_i(unit_i unit_i†)', 'I_m');
    equal('T† sum_i(unit_i unit_i†) T', 'T† T');
    equal('sum_i(unit_i† Q unit_i)', 'tr(Q)');
    equal('sum_i((u† T† unit_i) (unit_i† T v))', 'u† T† T v');
    equal('sum_j((unit_i† Q unit_j) (unit_j† Q unit_h))', 'unit_i† Q Q unit_h');
    equal('sum_ij(unit_i (unit_i† Q unit_j) unit_j†)', 'Q');
    equal('sum_j(unit_i unit_j† unit_j)', 'm unit_i');
    equal('sum_ij(x_ij unit_i unit_j†) sum_h(r_h unit_h)', 'sum_ij(x_ij r_j unit_i)');
    equal('sum_j(e_j unit_j†) Q unit_i', 'sum_j(e_j (unit_j† Q unit_i))');
    equal('tr(sum_ij(unit_i x_ij unit_j†))', 'sum_i(x_ii)');
  });
  test('stay where the index stands elsewhere too', () => {
    different('sum_i(r_i unit_i unit_i†)', 'I_m sum_i(r_i)');
    different('sum_i((unit_i† Q unit_i)^2)', 'tr(Q Q)');
    different('unit_i unit_i†', 'I_m');
    different('sum_i(unit_i unit_i† Q unit_i unit_i†)', 'Q');
    different('unit_i† Q unit_j', 'unit_j† Q unit_i');
    equal('(unit_i† Q unit_j)†', 'unit_j† Q† unit_i');
  });
  test('are columns of the size of their range', () => {
    expect(() => term('unit_i M')).toThrow('product: inner sizes differ, got m×1 times d×d');
    expect(() => term('unit_i + unit_l')).toThrow('sum: expected summands of one shape, got m×1 and p×1');
  });
});

test('a denominator in which indices meet is divided by, or refused where it vanishes', () => {
  const same = (left: string, right: string) => sameNormalForm(FUZZ, term(left), term(right));
  expect(same('sum_j(delta_ij r_j/(1 + delta_ij))', '1/2 r_i')).toBe(true);
  expect(() => same('sum_j(delta_ij r_j/(1 - delta_ij))', 'r_i')).toThrow('power: division by zero');
});
