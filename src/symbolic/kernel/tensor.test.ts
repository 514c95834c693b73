import { describe, expect, test } from 'vitest';
import { parseTerm } from '../notation/parse.js';
import { FUZZ } from '../testing/fuzz-theory.js';
import { normalForm, sameNormalForm } from './normal-form.js';
import { requireSound, type Signature } from './signature.js';
import { identity, tensor } from './term.js';

const term = (text: string) => parseTerm(FUZZ, text);
const same = (left: string, right: string) => sameNormalForm(FUZZ, term(left), term(right));
const equal = (left: string, right: string) => expect([left, same(left, right)]).toEqual([left, true]);
const different = (left: string, right: string) => expect([left, same(left, right)]).toEqual([left, false]);

describe('words on the two factors', () => {
  test('multiply factor by factor, and commute across', () => {
    equal('(A ⊗ B) (M ⊗ H)', '(A M ⊗ B H)');
    equal('(I ⊗ B) (A ⊗ I)', '(A ⊗ B)');
    equal('(A ⊗ B)†', '(A† ⊗ B†)');
    equal('((2 A + B) ⊗ M)', '2 (A ⊗ M) + (B ⊗ M)');
    equal('(A ⊗ I)^k (A ⊗ I)', '(A ⊗ I)^(k+1)');
    equal('(I ⊗ I)', 'I_D');
    different('(A ⊗ B) (M ⊗ H)', '(M A ⊗ B H)');
    different('(A ⊗ B)', '(B ⊗ A)');
    different('(A ⊗ I)', '(I ⊗ A)');
    different('(A ⊗ B)†', '(B† ⊗ A†)');
  });
  test('stay where letters on both factors stand', () => {
    equal('(I ⊗ B) (A ⊗ I) Y (I ⊗ M) (H ⊗ I)', '(A ⊗ B) Y (H ⊗ M)');
    different('(A ⊗ B) Y', 'Y (A ⊗ B)');
    different('(A ⊗ I) Y (B ⊗ I)', '(A B ⊗ I) Y');
  });
  test('are cut at junctions of size 1, each factor for itself', () => {
    equal('(u u† ⊗ I) (A ⊗ B) (u u† ⊗ I)', '(u† A u) (u u† ⊗ B)');
    equal('tr((u v† ⊗ M) Y (A u v† ⊗ I))', '(v† u) tr((A u v† ⊗ M) Y)');
    different('(u u† ⊗ I) (A ⊗ B) (u u† ⊗ I)', '(u† B u) (u u† ⊗ A)');
  });
});

describe('the exchange', () => {
  test('turns the factors round', () => {
    equal('swap (A ⊗ B) swap', '(B ⊗ A)');
    equal('(A ⊗ B) swap (M ⊗ H)', 'swap (B M ⊗ A H)');
    equal('swap swap', 'I_D');
    equal('swap†', 'swap');
    equal('swap^3', 'swap');
    different('swap (A ⊗ B)', '(A ⊗ B) swap');
    different('swap', 'I_D');
  });
});

describe('traces', () => {
  test('of products, and with the exchange', () => {
    equal('tr((A ⊗ B))', 'tr(A) tr(B)');
    equal('tr(swap (A ⊗ B))', 'tr(A B)');
    equal('tr((A ⊗ B) swap (M ⊗ H))', 'tr(A H B M)');
    equal('tr(I_D)', 'd^2');
    equal('tr(swap)', 'd');
    equal('tr(swap swap)', 'D');
    different('tr((A ⊗ B))', 'tr(A B)');
  });
  test('are cyclic around letters on both factors', () => {
    equal('tr((A ⊗ B) Y (M ⊗ H))', 'tr((M A ⊗ H B) Y)');
    equal('tr((A ⊗ B) swap Y)', 'tr(Y swap (B ⊗ A))');
    equal('tr((A ⊗ B) Y swap X)', 'tr(X (A ⊗ B) Y swap)');
    different('tr((A ⊗ B) Y (M ⊗ H))', 'tr((A M ⊗ B H) Y)');
    different('tr(swap (A ⊗ B) Y)', 'tr(swap (B ⊗ A) Y)');
  });
  test('over one factor', () => {
    equal('tr_2((A ⊗ B))', 'tr(B) A');
    equal('tr_1((A ⊗ B))', 'tr(A) B');
    equal('tr_2(swap (A ⊗ B))', 'B A');
    equal('tr_1(swap (A ⊗ B))', 'A B');
    equal('tr_2(swap)', 'I');
    equal('tr_1(I_D)', 'd I');
    equal('tr(tr_1((A ⊗ B) swap))', 'tr(A B)');
    equal('tr_2(swap (u v† ⊗ v u†))', '(u† u) v v†');
    different('tr_1((A ⊗ B))', 'tr(B) A');
    different('tr_2(swap (A ⊗ B))', 'A B');
  });
  test('over one factor of a letter on both have no normal form', () => {
    const third = { kind: 'partial trace', factor: 3 as 1, of: term('(A ⊗ B)') } as const;
    expect(() => normalForm(FUZZ, third)).toThrow('partial trace: expected a square matrix');
    expect(() => normalForm(FUZZ, term('tr_1(Y)'))).toThrow('partial trace: of a letter on both factors');
  });
});

describe('sizes', () => {
  test('a square is the square of its root, also as a number', () => {
    equal('D', 'd^2');
    equal('1/D', '1/d^2');
  });
  test('only squares that are declared, of one size, are used', () => {
    expect(() => term('(Q ⊗ Q)')).toThrow('m: no size is declared as its square');
    expect(() => term('(A ⊗ Q)')).toThrow('tensor: expected two square matrices of one size, got d×d and m×m');
    expect(() => term('(u ⊗ u)')).toThrow('tensor: expected two square matrices of one size, got d×1 and d×1');
    expect(() => term('swap_m')).toThrow('m: not declared as the square of a size');
    expect(() => term('tr_1(A)')).toThrow('d: not declared as the square of a size');
    expect(() => term('tr_1((A ⊗ B) + A)')).toThrow('sum: expected summands of one shape');
    expect(() => normalForm(FUZZ, tensor(identity('d'), identity('m')))).toThrow('tensor: expected two square');
  });
  test.each([
    [{ D: 'q' }, 'q is not a size'],
    [{ q: 'd' }, 'q is not a size'],
    [{ D: 'd', m: 'd' }, 'd has two squares'],
    [{ D: 'd', m: 'D' }, 'D has two squares'],
  ])('a signature with the squares %j is refused', (squares, message) => {
    const signature = { ...FUZZ, squares } as unknown as Signature;
    expect(() => requireSound(signature)).toThrow(message);
  });
});
